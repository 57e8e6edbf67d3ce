package app.partita.files;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;

/**
 * A small file that is written already, but not in its place yet. It outlasts the end of the program: who knows the
 * folder in which it waits finds it again.
 */
public final class PendingFile implements Closeable {

    private static final String START = ".";
    private static final String END = ".part";
    private static final int ID_LENGTH = UUID.randomUUID().toString().length();

    private final Path part;
    private final Path file;

    private PendingFile(Path part, Path file) {
        this.part = part;
        this.file = file;
    }

    /**
     * Writes what shall become {@code file}.
     *
     * @param by an existing folder of the same disk, in which it waits
     */
    public static PendingFile write(Path file, byte[] content, Path by) throws IOException {
        Path part = by.resolve(START + file.getFileName() + "." + UUID.randomUUID() + END);
        PendingFile pending = new PendingFile(part, file);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            return pending;
        } catch (IOException failure) {
            pending.close();
            throw failure;
        }
    }

    /** One that a program left behind, perhaps not written to its end; empty for other files. */
    public static Optional<PendingFile> left(Path part, Path folder) {
        String name = part.getFileName().toString();
        int length = name.length() - START.length() - 1 - ID_LENGTH - END.length();
        return length > 0 && name.startsWith(START) && name.endsWith(END)
                ? Optional.of(new PendingFile(part, folder.resolve(name.substring(START.length(),
                        START.length() + length))))
                : Optional.empty();
    }

    /** Where it belongs. */
    public Path file() {
        return file;
    }

    /** Where it waits. */
    public Path part() {
        return part;
    }

    /** Brings it through a loss of power, then into its place, where another one may be until then. */
    public void commit() throws IOException {
        Fsync.file(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes it, unless it is in its place. */
    @Override
    public void close() throws IOException {
        Files.deleteIfExists(part);
    }
}
