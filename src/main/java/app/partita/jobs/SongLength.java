package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;

/** How long a song will be, as far as that can be told before it is decoded. */
final class SongLength {

    private SongLength() {
    }

    /** Good for progress and disk space only; 0 if nothing is known. */
    static double seconds(SongInfo song) throws Fault {
        double claimed = song.declaredFrames().isPresent()
                ? (double) song.declaredFrames().getAsLong() / song.sampleRate()
                : song.estimatedSeconds().orElse(0);
        return Math.min(claimed, mostSeconds(song));
    }

    /** Headers may claim hours that are not there: a plain sample takes at least a byte. */
    private static double mostSeconds(SongInfo song) throws Fault {
        if (!song.codec().startsWith("pcm_")) {
            return Double.MAX_VALUE;
        }
        try {
            return (double) Files.size(song.path()) / song.channels() / song.sampleRate();
        } catch (IOException e) {
            throw FaultKind.SONG_UNREADABLE_DISK.because(e, song.path());
        }
    }
}
