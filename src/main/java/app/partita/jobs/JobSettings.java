package app.partita.jobs;

import app.partita.audio.OutputFormat;
import app.partita.engine.SeparationOptions;
import app.partita.stems.Remainder;
import app.partita.stems.StemKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a song shall be separated and where its stems shall go.
 *
 * @param model     the model's name, such as {@code htdemucs}
 * @param format    of the stem files
 * @param options   overlap, shifts and their seed
 * @param remainder what is done with what the network gave to no stem
 * @param parent    the folder in which each song gets a folder of its own; empty for one beside the song
 * @param force     whether an existing folder is replaced
 */
public record JobSettings(String model, OutputFormat format, SeparationOptions options, Remainder remainder,
                          Optional<Path> parent, boolean force) {

    public static final String DEFAULT_MODEL = "htdemucs";

    private static final String SIX = "_6s";
    private static final List<StemKind> FOUR_STEMS =
            List.of(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER, StemKind.VOCALS);
    private static final List<StemKind> SIX_STEMS = List.of(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER,
            StemKind.VOCALS, StemKind.GUITAR, StemKind.PIANO);

    /** What is done when nobody asks for anything else. */
    public static final JobSettings DEFAULT = new JobSettings(DEFAULT_MODEL, OutputFormat.WAV24,
            SeparationOptions.DEFAULT, Remainder.SHARED, Optional.empty(), false);

    /** The same, with an absolute parent folder. */
    JobSettings settled() {
        return new JobSettings(model, format, options, remainder,
                parent.map(folder -> folder.toAbsolutePath().normalize()), force);
    }

    /** What the model yields, as far as its name tells before it is loaded. */
    public List<StemKind> stems() {
        return model.endsWith(SIX) ? SIX_STEMS : FOUR_STEMS;
    }
}
