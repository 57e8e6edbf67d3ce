package app.partita.stems;

import java.nio.file.Path;

/**
 * Folder names for the songs of one batch: safe on every system, in any script, and different for different songs.
 * For use by one thread.
 */
public final class StemNames {

    /**
     * The folder for a song's stems.
     *
     * @param parent where the folder will be
     * @param song   the song's file; the same song gets the same folder again, another song of the same name gets
     *               one ending in {@code " (2)"}
     */
    public Path folderFor(Path parent, Path song) {
        throw new UnsupportedOperationException();
    }

    /** A name made safe: characters that some system refuses are replaced, and at most 255 bytes are kept. */
    public static String safe(String name) {
        throw new UnsupportedOperationException();
    }
}
