package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;

/** How long a song will be, as far as that can be told before it is decoded. */
final class SongLength {

    private static final int LEAST_BYTES_PER_SECOND = 25;

    private SongLength() {
    }

    /** Good for progress and disk space only; 0 if nothing is known. */
    static double seconds(SongInfo song) throws Fault {
        double claimed = song.declaredFrames().isPresent()
                ? (double) song.declaredFrames().getAsLong() / song.sampleRate()
                : song.estimatedSeconds().orElse(0);
        return Math.min(claimed, mostSeconds(song));
    }

    /** Headers may claim hours that are not there: a plain sample takes a byte or more, packed silence some a second. */
    private static double mostSeconds(SongInfo song) throws Fault {
        try {
            double bytesPerSecond = song.codec().startsWith("pcm_") ? (double) song.channels() * song.sampleRate()
                    : LEAST_BYTES_PER_SECOND;
            return Files.size(song.path()) / bytesPerSecond;
        } catch (IOException e) {
            throw FaultKind.SONG_UNREADABLE_DISK.because(e, song.path());
        }
    }
}
