package app.partita;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the program's log into files of bounded size that take turns, and to the terminal if that is wanted. The files,
 * which people hand to others, name no songs unless that was asked for.
 */
final class LogFiles {

    private static final int BYTES_EACH = 1 << 20;
    private static final int FILES = 4;

    private final Path folder;
    private final boolean named;
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("app.partita");

    /** @param named whether the files may name songs */
    LogFiles(Path folder, boolean named) {
        this.folder = folder;
        this.named = named;
    }

    /** Begins to log; a folder that cannot be written leaves the program without log files. */
    void begin(boolean shown) {
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        if (shown) {
            ours.setLevel(Level.FINE);
            add(new ConsoleHandler(), Level.FINE, true);
        }
        try {
            Files.createDirectories(folder);
            add(new FileHandler(pattern(), BYTES_EACH, FILES, true), Level.INFO, named);
        } catch (IOException e) {
            ours.log(Level.WARNING, "There will be no log files in " + folder, e);
        }
    }

    /** In a pattern, a percent sign of the folder stands for itself only when doubled. */
    private String pattern() {
        return folder.toString().replace("%", "%%") + "/partita-%u-%g.log";
    }

    private void add(Handler handler, Level level, boolean naming) {
        handler.setLevel(level);
        handler.setFormatter(new LogLines(naming));
        root.addHandler(handler);
    }
}
