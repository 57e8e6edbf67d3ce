package app.partita.ui.player.mixer;

import app.partita.ui.player.Lane;
import app.partita.ui.player.PlayerViewModel;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.util.Subscription;

/** Lets a lane be dragged out of the window as a copy of its file, as soon as there is one. */
final class LaneDrag {

    private static final PseudoClass DRAGGABLE = PseudoClass.getPseudoClass("draggable");

    private final PlayerViewModel model;
    private final Lane lane;

    LaneDrag(PlayerViewModel model, Lane lane) {
        this.model = model;
        this.lane = lane;
    }

    /** @param tip shown while there is something to drag */
    Subscription attach(Node handle, String tip) {
        handle.setOnDragDetected(event -> content().ifPresent(content -> {
            handle.startDragAndDrop(TransferMode.COPY).setContent(content);
            event.consume();
        }));
        Tooltip words = new Tooltip(tip);
        return model.songProperty().subscribe(song -> {
            boolean there = song.flatMap(open -> open.file(lane)).isPresent();
            handle.pseudoClassStateChanged(DRAGGABLE, there);
            Tooltip.uninstall(handle, words);
            if (there) {
                Tooltip.install(handle, words);
            }
        });
    }

    /** What is dragged; empty while the lane is no file, or if that is gone. */
    Optional<ClipboardContent> content() {
        return model.songProperty().get().flatMap(open -> open.file(lane)).map(Path::toFile).filter(File::isFile)
                .map(file -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putFiles(List.of(file));
                    return content;
                });
    }
}
