package app.partita.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Small files that are there whole, as before or as after a change, whatever happens meanwhile. */
public final class WholeFile {

    private WholeFile() {
    }

    /** Writes a file by way of a hidden one beside it, through a loss of power; missing folders are made. */
    public static void write(Path file, byte[] content) throws IOException {
        Fsync.createFolders(file.getParent());
        try (PendingFile pending = PendingFile.write(file, content, file.getParent())) {
            pending.commit();
        }
        Fsync.folder(file.getParent());
    }

    /**
     * Moves a file out of the way, next to others of its name.
     *
     * @return where it is now
     */
    public static Path setAside(Path file, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path place = folder.resolve(file.getFileName());
        for (int copy = 2; Files.exists(place); copy++) {
            place = folder.resolve(file.getFileName() + "." + copy);
        }
        return Files.move(file, place);
    }
}
