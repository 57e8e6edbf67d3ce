package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import java.nio.file.Path;

/** Asks a song's file what it says about itself; {@link app.partita.audio.AudioFiles#probe} in the program. */
@FunctionalInterface
public interface SongProbing {

    /** @throws Fault if there is no sound in it */
    SongInfo probe(Path song) throws Fault;
}
