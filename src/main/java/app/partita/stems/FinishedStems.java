package app.partita.stems;

import app.partita.audio.ClipReport;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The stems of a song, in place.
 *
 * @param folder     where they are
 * @param files      a file for each stem, in order
 * @param frames     the length of each, equal to the song's where the rate is
 * @param sampleRate the song's, or the nearest that the format knows
 * @param channels   the song's, or 2 where the format holds no more
 * @param clips      for each stem, what the format could not hold
 * @param warnings   what a person should know, one line each
 */
public record FinishedStems(Path folder, Map<StemKind, Path> files, long frames, int sampleRate, int channels,
                            Map<StemKind, ClipReport> clips, List<String> warnings) {

    public FinishedStems {
        files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
        clips = Collections.unmodifiableMap(new LinkedHashMap<>(clips));
        warnings = List.copyOf(warnings);
    }
}
