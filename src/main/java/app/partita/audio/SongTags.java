package app.partita.audio;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a song file says about itself.
 *
 * @param title  empty if unknown
 * @param artist empty if unknown
 * @param album  empty if unknown
 * @param all    every text tag in the file's order, under FFmpeg's lower-case names ({@code track}, {@code date}, …),
 *               the three above included where they are known
 */
public record SongTags(String title, String artist, String album, Map<String, String> all) {

    /** No tags at all. */
    public static final SongTags NONE = new SongTags("", "", "", Map.of());

    public SongTags {
        all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
    }

    /** Tags by name; names differing only in case are one, and the first one counts. */
    public static SongTags of(Map<String, String> named) {
        var all = new LinkedHashMap<String, String>();
        named.forEach((name, value) -> all.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return new SongTags(all.getOrDefault("title", ""), all.getOrDefault("artist", ""),
                all.getOrDefault("album", ""), all);
    }

    /** These tags with another title, as a stem carries it. */
    public SongTags withTitle(String newTitle) {
        var changed = new LinkedHashMap<>(all);
        changed.put("title", newTitle);
        return new SongTags(newTitle, artist, album, changed);
    }
}
