package app.partita.files;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Small files that are there whole, as before or as after a change, whatever happens meanwhile. */
public final class WholeFile {

    private WholeFile() {
    }

    /** Writes a file by way of a hidden one beside it, through a loss of power; missing folders are made. */
    public static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        try (PendingFile pending = PendingFile.write(file, content, file.getParent())) {
            pending.commit();
        }
        flushFolder(file.getParent());
    }

    /** Brings a folder's list of names through a loss of power; Windows does that by itself and lets nobody ask. */
    public static void flushFolder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
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
