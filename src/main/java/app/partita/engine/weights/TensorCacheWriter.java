package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the file that {@link TensorCache} describes. */
final class TensorCacheWriter {

    private static final int BUFFER_FLOATS = 1 << 18;
    private static final String PART = ".part";
    private static final Duration STALE_AFTER = Duration.ofHours(1);

    private final Path file;

    TensorCacheWriter(Path file) {
        this.file = file.toAbsolutePath();
    }

    void write(Map<String, float[]> blobs) throws Fault {
        Path part = null;
        try {
            Files.createDirectories(file.getParent());
            removeStale();
            part = Files.createTempFile(file.getParent(), file.getFileName() + ".", PART);
            // Whoever ends the program need not wait until all is written.
            part.toFile().deleteOnExit();
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                write(channel, blobs);
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            part = null;
        } catch (IOException e) {
            throw new Fault(file + ": the cache of the weights cannot be written",
                    "Check that the disk has room (about 200 MB) and the folder can be written.", e);
        } finally {
            if (part != null) {
                delete(part);
            }
        }
    }

    private void write(FileChannel channel, Map<String, float[]> blobs) throws IOException {
        List<Map.Entry<String, float[]>> ordered = new ArrayList<>(blobs.entrySet());
        put(channel, header(ordered), 0);
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_FLOATS * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long at = aligned(headerLength(ordered));
        for (Map.Entry<String, float[]> blob : ordered) {
            float[] numbers = blob.getValue();
            for (int from = 0; from < numbers.length; from += BUFFER_FLOATS) {
                int count = Math.min(BUFFER_FLOATS, numbers.length - from);
                buffer.clear();
                buffer.asFloatBuffer().put(numbers, from, count);
                buffer.limit(count * Float.BYTES);
                put(channel, buffer, at + (long) from * Float.BYTES);
            }
            at = aligned(at + (long) numbers.length * Float.BYTES);
        }
        if (channel.size() < at) {
            put(channel, ByteBuffer.allocate((int) (at - channel.size())), channel.size());
        }
    }

    private static void put(FileChannel channel, ByteBuffer buffer, long at) throws IOException {
        for (long place = at; buffer.hasRemaining(); ) {
            place += channel.write(buffer, place);
        }
    }

    private static ByteBuffer header(List<Map.Entry<String, float[]>> blobs) {
        int length = headerLength(blobs);
        ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        header.position(TensorCache.FIXED_HEADER);
        long at = aligned(length);
        for (Map.Entry<String, float[]> blob : blobs) {
            byte[] name = blob.getKey().getBytes(StandardCharsets.UTF_8);
            header.putInt(name.length).put(name).putLong(at).putLong(blob.getValue().length);
            at = aligned(at + (long) blob.getValue().length * Float.BYTES);
        }
        header.rewind();
        header.put(TensorCache.MAGIC).putInt(TensorCache.VERSION).putInt(length).putInt(0).putLong(at)
                .putInt(blobs.size());
        int checksum = TensorCache.checksum(header.slice(TensorCache.CHECKED_FROM, length - TensorCache.CHECKED_FROM));
        header.putInt(TensorCache.CHECKED_FROM - Integer.BYTES, checksum);
        return header.rewind();
    }

    private static int headerLength(List<Map.Entry<String, float[]>> blobs) {
        int length = TensorCache.FIXED_HEADER;
        for (Map.Entry<String, float[]> blob : blobs) {
            length += TensorCache.ENTRY_BYTES + blob.getKey().getBytes(StandardCharsets.UTF_8).length;
        }
        return length;
    }

    private static long aligned(long offset) {
        return (offset + TensorCache.ALIGNMENT - 1) / TensorCache.ALIGNMENT * TensorCache.ALIGNMENT;
    }

    /** What killed processes left; what is younger may still be written by a living one. */
    private void removeStale() throws IOException {
        Instant old = Instant.now().minus(STALE_AFTER);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(file.getParent(), "*" + PART)) {
            for (Path part : parts) {
                if (Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    delete(part);
                }
            }
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            System.getLogger(TensorCacheWriter.class.getName())
                    .log(System.Logger.Level.WARNING, "A half-written cache stays behind: " + part, e);
        }
    }
}
