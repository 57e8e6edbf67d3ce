package app.partita.audio;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is wrong with a song file that needs no decoder to see. */
final class SongFiles {

    private SongFiles() {
    }

    /** Throws the fault of a file that is missing, no file, not readable or empty. */
    static void requireReadable(Path song) throws Fault {
        if (Files.notExists(song) && song.toString().indexOf('\uFFFD') >= 0) {
            throw new Fault(song + " has a name that is not UTF-8, which cannot be opened.", "Rename the file.");
        }
        if (Files.notExists(song)) {
            throw new Fault(song + " does not exist.", "Check the name, or whether its disk is connected.");
        }
        if (Files.isDirectory(song)) {
            throw new Fault(song + " is a folder, not a song.", "Give the songs in it.");
        }
        if (Files.exists(song) && !Files.isRegularFile(song)) {
            throw new Fault(song + " is a pipe or a device, not a file.", "Save the song as a file first.");
        }
        if (!Files.isReadable(song)) {
            throw new Fault(song + " may not be read.", "Ask for permission to read the file.");
        }
        if (sizeOf(song) == 0) {
            throw new Fault(song + " is empty.", "Copy or download it again.");
        }
    }

    static long sizeOf(Path song) throws Fault {
        try {
            return Files.size(song);
        } catch (IOException e) {
            throw new Fault(song + " cannot be read.", "Check whether its disk is connected.", e);
        }
    }

    static Fault notSound(Path song, Throwable behind) {
        return new Fault(song + " is not a sound file that can be read.",
                "Check that it plays elsewhere; if so, convert it to flac or wav.", behind);
    }

    static Fault silentFile(Path song, Throwable behind) {
        return new Fault(song + " has no sound in it: not one frame could be decoded.",
                "Check that it plays elsewhere, and copy or download it again.", behind);
    }

    static Fault endsEarly(Path song, long frames, long declared) {
        return new Fault(song + " ends early: " + frames + " of " + declared + " frames.",
                "The file is cut short or damaged; copy or download it again.");
    }
}
