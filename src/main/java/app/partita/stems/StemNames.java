package app.partita.stems;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Folder names for the songs of one batch: safe on every system, in any script, and different for different songs.
 * For use by one thread.
 */
public final class StemNames {

    private static final int MAX_BYTES = 255;
    private static final Pattern EXTENSION = Pattern.compile("\\.(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{1,5}$");
    private static final Pattern UNSAFE =
            Pattern.compile("[<>:\"/\\\\|?*\\p{Cntrl}\\x{80}-\\x{9F}\\x{2028}\\x{2029}\\p{Cs}\\x{FFFD}]");
    private static final Pattern RESERVED = Pattern.compile(
            "(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9\\x{B9}\\x{B2}\\x{B3}])(\\..*)?");
    private static final Pattern EDGES = Pattern.compile("^\\s+|[\\s.]+$");

    private final Map<String, Path> takenBy = new HashMap<>();

    /**
     * The folder for a song's stems.
     *
     * @param parent where the folder will be
     * @param song   the song's file; the same song gets the same folder again, another song of the same name gets
     *               one ending in {@code " (2)"}
     */
    public Path folderFor(Path parent, Path song) {
        return folderFor(parent, song, "");
    }

    /** As above, for a name that goes on with {@code ending}, such as {@code " - stems"}. */
    public Path folderFor(Path parent, Path song, String ending) {
        Path identity = song.toAbsolutePath().normalize();
        String title = title(song);
        for (int copy = 1; ; copy++) {
            Path folder = parent.resolve(safe(title, ending + (copy == 1 ? "" : " (" + copy + ")")));
            if (takenBy.computeIfAbsent(key(folder), _ -> identity).equals(identity)) {
                return folder;
            }
        }
    }

    /** The song's file name without its extension. */
    static String title(Path song) {
        return EXTENSION.matcher(song.getFileName().toString()).replaceFirst("");
    }

    /** The first of the folders {@code "title ending"}, {@code "title ending (2)"}, … that is not taken. */
    public static Path freeFolder(Path parent, Path song, String ending, Predicate<Path> taken) {
        String title = title(song);
        Path folder = parent.resolve(safe(title, ending));
        for (int copy = 2; taken.test(folder); copy++) {
            folder = parent.resolve(safe(title, ending + " (" + copy + ")"));
        }
        return folder;
    }

    /**
     * A name made safe for every system: what some system refuses is replaced, and it is cut, between what a reader
     * takes for letters, so that it keeps to 255 bytes together with its ending.
     *
     * @param ending kept as it is: safe, short
     */
    public static String safe(String name, String ending) {
        String safe = UNSAFE.matcher(name).replaceAll("_");
        safe = EDGES.matcher(safe).replaceAll("");
        if (safe.startsWith(".")) {
            safe = "_" + safe.substring(1);
        }
        if (RESERVED.matcher(safe).matches()) {
            safe = "_" + safe;
        }
        safe = cut(safe, MAX_BYTES - bytes(ending));
        return (safe.isEmpty() ? "song" : safe) + ending;
    }

    private static String cut(String name, int limit) {
        if (bytes(name) <= limit) {
            return name;
        }
        var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(name);
        int end = letters.last();
        while (end > 0 && bytes(name.substring(0, end)) > limit) {
            end = letters.previous();
        }
        return EDGES.matcher(name.substring(0, end)).replaceAll("");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Two folders of one key are one folder on some system. */
    public static String key(Path folder) {
        String path = Normalizer.normalize(folder.toAbsolutePath().normalize().toString(), Normalizer.Form.NFC);
        return path.toLowerCase(Locale.ROOT);
    }
}
