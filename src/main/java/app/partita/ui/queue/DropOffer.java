package app.partita.ui.queue;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.input.TransferMode;

/**
 * What is being dragged over the window, judged by names alone: no file is touched while the pointer moves.
 *
 * @param kind  whether it would be taken
 * @param items how many files and folders would be; 0 if the desktop does not say
 */
public record DropOffer(Kind kind, int items) {

    /** An address, a text or a picture out of another program. */
    static final DropOffer NO_FILES = new DropOffer(Kind.REFUSED, 0);

    private static final Set<String> NO_SONGS = Set.of("txt", "md", "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx",
            "ods", "csv", "ppt", "pptx", "odp", "jpg", "jpeg", "png", "gif", "webp", "bmp", "tif", "tiff", "svg",
            "heic", "psd", "zip", "rar", "7z", "tar", "gz", "xz", "exe", "dll", "so", "jar", "iso", "dmg", "html",
            "htm", "css", "js", "json", "xml", "yaml", "yml", "log", "nfo", "cue", "lnk", "url", "torrent", "java",
            "py", "c", "h", "cpp", "sh", "bat", "mid", "midi");

    /** What is to be said of it. */
    public enum Kind {
        /** All look like songs. */
        SONGS,
        /** Files and folders; what is in them only a walk will tell. */
        ITEMS,
        /** The desktop tells of files, but not of which. */
        UNNAMED,
        /** None of it is a song, or it may only be moved away. */
        REFUSED
    }

    /**
     * @param files what is dragged
     * @param modes what may be done with it: it is never moved, since then its source would delete it
     */
    public static DropOffer of(List<File> files, Set<TransferMode> modes) {
        if (!modes.contains(TransferMode.COPY) && !modes.contains(TransferMode.LINK)) {
            return new DropOffer(Kind.REFUSED, 0);
        }
        if (files.isEmpty()) {
            return new DropOffer(Kind.UNNAMED, 0);
        }
        int taken = 0;
        int unknown = 0;
        for (File file : files) {
            String ending = ending(file.getName());
            if (!NO_SONGS.contains(ending)) {
                taken++;
                unknown += ending.isEmpty() || ending.length() > 4 ? 1 : 0;
            }
        }
        return taken == 0 ? new DropOffer(Kind.REFUSED, 0)
                : new DropOffer(unknown == 0 ? Kind.SONGS : Kind.ITEMS, taken);
    }

    /** Whether it would be taken. */
    public boolean accepted() {
        return kind != Kind.REFUSED;
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
