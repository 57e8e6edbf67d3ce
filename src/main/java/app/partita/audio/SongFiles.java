package app.partita.audio;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is wrong with a song file that needs no decoder to see. */
final class SongFiles {

    private SongFiles() {
    }

    /** Throws the fault of a file that is missing, no file, not readable or empty. */
    static void requireReadable(Path song) throws Fault {
        if (!isText(song)) {
            throw FaultKind.SONG_NAME_NO_TEXT.fault(song);
        }
        if (Files.notExists(song)) {
            throw FaultKind.SONG_GONE.fault(song);
        }
        if (Files.isDirectory(song)) {
            throw new Fault(song + " is a folder, not a song.", "Give the songs in it.");
        }
        if (Files.exists(song) && !Files.isRegularFile(song)) {
            throw new Fault(song + " is a pipe or a device, not a file.", "Save the song as a file first.");
        }
        if (!Files.isReadable(song)) {
            throw FaultKind.SONG_NOT_READABLE.fault(song);
        }
        if (sizeOf(song) == 0) {
            throw FaultKind.SONG_EMPTY.fault(song);
        }
    }

    /** Whether the path goes to other programs, and came from the command line, as the bytes that it has on the disk. */
    private static boolean isText(Path song) {
        boolean doubtful = song.toString().indexOf('\uFFFD') >= 0;
        return !doubtful || Files.exists(song) && Path.of(song.toString()).equals(song);
    }

    static long sizeOf(Path song) throws Fault {
        try {
            return Files.size(song);
        } catch (IOException e) {
            throw FaultKind.SONG_UNREADABLE_DISK.because(e, song);
        }
    }

    static Fault notSound(Path song, Throwable behind) {
        return FaultKind.NOT_A_SONG.because(behind, song);
    }

    static Fault silentFile(Path song, Throwable behind) {
        return FaultKind.NOTHING_DECODED.because(behind, song);
    }

    static Fault endsEarly(Path song, long frames, long declared) {
        return FaultKind.SONG_CUT_SHORT.fault(song, frames, declared);
    }
}
