package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Asks a song's file what it says about itself; {@link app.partita.audio.AudioFiles} in the program. */
@FunctionalInterface
public interface SongProbing {

    /**
     * Asks.
     *
     * @param cancelled asked several times a second
     * @throws Fault if there is no sound in it
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    SongInfo probe(Path song, BooleanSupplier cancelled) throws Fault;
}
