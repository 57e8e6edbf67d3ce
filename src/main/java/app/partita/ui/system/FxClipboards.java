package app.partita.ui.system;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The clipboard as JavaFX gives it. */
public final class FxClipboards implements Clipboards {

    @Override
    public void putText(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }

    @Override
    public List<Path> files() {
        return Clipboard.getSystemClipboard().getFiles().stream().map(File::toPath).toList();
    }
}
