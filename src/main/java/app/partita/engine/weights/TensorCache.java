package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Named arrays of float in a mapped file, as the engine wants them in memory: made once, opened in milliseconds.
 *
 * <p>The file appears whole or not at all; one that is torn, cut short or of another version is refused, so that the
 * caller makes it anew. All little-endian:
 * <pre>
 *  0  magic            8 bytes
 *  8  version          int
 * 12  header's length  int, from byte 0 to the end of the entries
 * 16  CRC-32C          int, of the header from byte 20 on
 * 20  file's length    long
 * 28  entries          int, each: name's length (int), name (UTF-8), offset (long, a multiple of 64), count (long)
 * </pre>
 */
public final class TensorCache implements AutoCloseable {

    static final byte[] MAGIC = "PARTITAC".getBytes(StandardCharsets.US_ASCII);
    static final int VERSION = 1;
    static final int CHECKED_FROM = 20;
    static final int FIXED_HEADER = 32;
    static final int ENTRY_BYTES = Integer.BYTES + 2 * Long.BYTES;
    static final int ALIGNMENT = 64;
    private static final int LONGEST_HEADER = 4 << 20;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String origin;
    private final Arena arena;
    private final Map<String, MemorySegment> blobs;

    private TensorCache(String origin, Arena arena, Map<String, MemorySegment> blobs) {
        this.origin = origin;
        this.arena = arena;
        this.blobs = blobs;
    }

    /** Writes the file beside its place, forces it to the disk and moves it there, replacing an older one. */
    public static void write(Path file, Map<String, float[]> blobs) throws Fault {
        new TensorCacheWriter(file).write(blobs);
    }

    /** Maps the file; fails when it is missing or not whole. */
    public static TensorCache open(Path file) throws Fault {
        Arena arena = Arena.ofShared();
        TensorCache cache = null;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            MemorySegment content = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
            cache = new TensorCache(file.toString(), arena, directory(file, content));
            return cache;
        } catch (Fault e) {
            throw e;
        } catch (IOException e) {
            throw new Fault(file + ": the cache cannot be read", "It is made anew from the weights.", e);
        } finally {
            if (cache == null) {
                arena.close();
            }
        }
    }

    public Set<String> names() {
        return Collections.unmodifiableSet(blobs.keySet());
    }

    /** How many numbers the blob has. */
    public int length(String name) throws Fault {
        return (int) (slice(name).byteSize() / Float.BYTES);
    }

    /** The blob in a new array. */
    public float[] read(String name) throws Fault {
        MemorySegment blob = slice(name);
        float[] numbers = new float[(int) (blob.byteSize() / Float.BYTES)];
        MemorySegment.copy(blob, FLOAT, 0, numbers, 0, numbers.length);
        return numbers;
    }

    /** The blob where it is mapped: little-endian, aligned to 64 bytes, valid until this is closed. */
    public MemorySegment slice(String name) throws Fault {
        MemorySegment blob = blobs.get(name);
        if (blob == null) {
            throw new Fault(origin + ": the cache lacks " + name, "It is made anew from the weights.");
        }
        return blob;
    }

    @Override
    public void close() {
        arena.close();
    }

    private static Map<String, MemorySegment> directory(Path file, MemorySegment content) throws Fault {
        if (content.byteSize() < FIXED_HEADER) {
            throw torn(file);
        }
        ByteBuffer fixed = bytes(content, 0, FIXED_HEADER);
        byte[] magic = new byte[MAGIC.length];
        fixed.get(magic);
        int version = fixed.getInt();
        int headerLength = fixed.getInt();
        int checksum = fixed.getInt();
        long length = fixed.getLong();
        int entries = fixed.getInt();
        boolean whole = Arrays.equals(magic, MAGIC) && version == VERSION && length == content.byteSize()
                && headerLength >= FIXED_HEADER && headerLength <= LONGEST_HEADER && headerLength <= length
                && entries >= 0 && entries <= headerLength / ENTRY_BYTES;
        if (!whole || checksum(bytes(content, CHECKED_FROM, headerLength - CHECKED_FROM)) != checksum) {
            throw torn(file);
        }
        ByteBuffer header = bytes(content, FIXED_HEADER, headerLength - FIXED_HEADER);
        Map<String, MemorySegment> blobs = new LinkedHashMap<>();
        for (int i = 0; i < entries; i++) {
            byte[] name = new byte[header.getInt()];
            header.get(name);
            blobs.put(new String(name, StandardCharsets.UTF_8),
                    content.asSlice(header.getLong(), header.getLong() * Float.BYTES));
        }
        return blobs;
    }

    private static ByteBuffer bytes(MemorySegment content, long from, long length) {
        return ByteBuffer.wrap(content.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate());
        return (int) crc.getValue();
    }

    private static Fault torn(Path file) {
        return new Fault(file + ": the cache is torn or of another version", "It is made anew from the weights.");
    }
}
