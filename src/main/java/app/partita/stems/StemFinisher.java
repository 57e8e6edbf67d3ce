package app.partita.stems;

import app.partita.audio.AudioFiles;
import app.partita.audio.OutputFormat;
import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Turns a complete work file into stem files of the song's own rate, channels and length. */
public final class StemFinisher {

    private final AudioFiles audio;

    public StemFinisher(AudioFiles audio) {
        this.audio = audio;
    }

    /**
     * Where and how stems are written.
     *
     * @param folder    the folder that shall appear
     * @param force     whether an existing folder is replaced
     */
    public record Output(Path folder, OutputFormat format, Remainder remainder, boolean force) {}

    /** Told how many of the song's frames are written. */
    @FunctionalInterface
    public interface Listener {

        /**
         * @param expected an estimate until the end, never below {@code frames}
         */
        void written(long frames, long expected);
    }

    /**
     * Decodes the song once more and writes all stems in step with it.
     *
     * @param work      complete; at the end it is left as it was
     * @param cancelled asked about every tenth of a second of work
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true; nothing is left behind
     */
    public FinishedStems finish(SongInfo song, StemWorkFile work, Output output, Listener listener,
                                BooleanSupplier cancelled) throws Fault {
        throw new UnsupportedOperationException();
    }
}
