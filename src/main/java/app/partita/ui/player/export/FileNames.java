package app.partita.ui.player.export;

import java.nio.file.Path;
import java.util.Locale;

/** Names that every file system takes. */
final class FileNames {

    private static final String REFUSED = "[\\p{Cntrl}\"*/:<>?\\\\|]";

    private FileNames() {
    }

    /** The name without what some systems do not allow in one. */
    static String safe(String name) {
        return name.replaceAll(REFUSED, "_").strip();
    }

    /** The same file, with that ending unless it has it. */
    static Path ending(Path file, String ending) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(ending) ? file : file.resolveSibling(name + ending);
    }
}
