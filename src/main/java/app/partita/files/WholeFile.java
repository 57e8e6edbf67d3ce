package app.partita.files;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Small files that are there whole, as before or as after a change, whatever happens meanwhile. */
public final class WholeFile {

    private WholeFile() {
    }

    /** Writes a file by way of a hidden one beside it, through a loss of power; missing folders are made. */
    public static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        replace(file, content, file.getParent());
        flushFolder(file.getParent());
    }

    /**
     * Writes a file by way of one in another folder of the same disk. Lasts once {@link #flushFolder} was called for the
     * file's folder.
     *
     * @param by an existing folder
     */
    public static void replace(Path file, byte[] content, Path by) throws IOException {
        Path part = by.resolve("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
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
