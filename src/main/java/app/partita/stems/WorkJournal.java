package app.partita.stems;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Lines in a file, each with its checksum, that outlast the end of the program and a loss of power. A line that was cut
 * short or damaged, and all that follow it, count as never written. For use by one thread.
 */
final class WorkJournal implements AutoCloseable {

    private static final int CHECKSUM_DIGITS = 8;

    private final FileChannel channel;
    private final List<String> found = new ArrayList<>();

    private WorkJournal(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens a journal, made if there is none. What counts as never written is cut off; if its first line is not
     * {@code key}, that is all of it.
     */
    static WorkJournal open(Path file, String key) throws IOException {
        var journal = new WorkJournal(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE));
        try {
            journal.read();
            journal.begin(key);
            return journal;
        } catch (IOException failure) {
            try (journal) {
                throw failure;
            }
        }
    }

    /** The lines after the key that were there when it was opened. */
    List<String> found() {
        return List.copyOf(found);
    }

    /** Appends lines, which are for good when this returns. */
    void append(Collection<String> lines) throws IOException {
        var text = new StringBuilder();
        lines.forEach(line -> text.append(checksum(line)).append(' ').append(line).append('\n'));
        ByteBuffer bytes = StandardCharsets.ISO_8859_1.encode(text.toString());
        channel.position(channel.size());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void begin(String key) throws IOException {
        if (!found.isEmpty() && found.getFirst().equals(key)) {
            found.removeFirst();
        } else {
            found.clear();
            channel.truncate(0);
            append(List.of(key));
        }
    }

    private void read() throws IOException {
        var bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        String text = StandardCharsets.ISO_8859_1.decode(bytes.flip()).toString();
        int sound = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', sound)) {
            Optional<String> line = checked(text.substring(sound, end));
            if (line.isEmpty()) {
                break;
            }
            found.add(line.get());
            sound = end + 1;
        }
        channel.truncate(sound);
    }

    private static Optional<String> checked(String written) {
        if (written.length() <= CHECKSUM_DIGITS) {
            return Optional.empty();
        }
        String line = written.substring(CHECKSUM_DIGITS + 1);
        return written.equals(checksum(line) + ' ' + line) ? Optional.of(line) : Optional.empty();
    }

    private static String checksum(String line) {
        var checksum = new CRC32C();
        checksum.update(line.getBytes(StandardCharsets.ISO_8859_1));
        return "%08x".formatted(checksum.getValue());
    }
}
