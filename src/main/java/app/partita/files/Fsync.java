package app.partita.files;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** Brings files and folders through a loss of power: when a method returns, the disk has them. */
public final class Fsync {

    private Fsync() {
    }

    /** The contents of a file; its name is in its folder. */
    public static void file(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** A folder's list of names; Windows does that by itself and lets nobody ask. */
    public static void folder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Makes a folder with all above it that are missing, each with its name in the one above. */
    public static void createFolders(Path folder) throws IOException {
        Deque<Path> missing = new ArrayDeque<>();
        for (Path above = folder.toAbsolutePath(); above != null && !Files.exists(above); above = above.getParent()) {
            missing.push(above);
        }
        // Also says what is wrong if there is something else in its place.
        Files.createDirectories(folder);
        for (Path made : missing) {
            folder(made.getParent());
        }
    }
}
