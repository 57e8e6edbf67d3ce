package app.partita.testkit;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Hands hostile bytes to a reader, as a file where it wants one, and watches what memory the reader takes for them. */
public final class FuzzInput {

    /** What buffers and messages may take, however short the input is. */
    private static final long SLACK = 8 << 20;
    private static final long TIMES = 200;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** May refuse its input in the ways that its contract names, which it catches, and fail in no other. */
    @FunctionalInterface
    public interface Reader<T> {

        void read(T input) throws IOException;
    }

    private final byte[] bytes;

    public FuzzInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws AssertionError if the reader allocates out of proportion to the input */
    public void read(Reader<byte[]> reader) {
        // The first reading may load classes, which the fuzzer instruments in this thread.
        if (allocated(reader) > most() && allocated(reader) > most()) {
            throw new AssertionError("more than " + most() + " bytes are allocated for an input of " + bytes.length);
        }
    }

    private long most() {
        return SLACK + TIMES * bytes.length;
    }

    private long allocated(Reader<byte[]> reader) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reader.read(bytes);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** As {@link #read}, from a file that is gone afterwards. */
    public void readAsFile(Reader<Path> reader) {
        read(input -> {
            Path file = Files.createTempFile("fuzz", ".input");
            try {
                reader.read(Files.write(file, input));
            } finally {
                Files.deleteIfExists(file);
            }
        });
    }
}
