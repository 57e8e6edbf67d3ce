package app.partita.audio;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * Where the frames of a WAV or RF64 file are and what they look like, so that they can be read in place: integers of 16
 * or 24 bits, or floats of 32, little-endian and interleaved.
 *
 * @param start where the first frame is, in bytes
 */
public record WavLayout(int sampleRate, int channels, Coding coding, long start, long frames) {

    private static final int RIFF_HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int MOST_CHUNKS = 1000;
    private static final long SIZE_IN_DS64 = 0xFFFFFFFFL;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int FORMAT_BYTES = 16;
    private static final int SUBFORMAT_AT = 24;

    /** How a sample is written. */
    public enum Coding {
        INT16(2), INT24(3), FLOAT32(4);

        private final int bytes;

        Coding(int bytes) {
            this.bytes = bytes;
        }

        float get(ByteBuffer from, int at) {
            return switch (this) {
                case INT16 -> from.getShort(at) / 32_768f;
                case INT24 -> ((from.get(at) & 0xFF) | (from.get(at + 1) & 0xFF) << 8 | from.get(at + 2) << 16)
                        / 8_388_608f;
                case FLOAT32 -> from.getFloat(at);
            };
        }
    }

    /** The bytes of a frame. */
    public int frameBytes() {
        return channels * coding.bytes;
    }

    /** Takes samples out of the buffer, from its start; little-endian. */
    public void decode(ByteBuffer bytes, float[] interleaved, int offset, int samples) {
        for (int i = 0; i < samples; i++) {
            interleaved[offset + i] = coding.get(bytes, i * coding.bytes);
        }
    }

    /** Whether a file is a WAV or RF64 by its first bytes. */
    static boolean isWav(ByteBuffer head) {
        return head.remaining() >= RIFF_HEAD && "WAVE".equals(id(head, 8));
    }

    /**
     * Reads the header.
     *
     * @throws IOException if it is no such file, or one of another coding
     */
    public static WavLayout of(FileChannel file) throws IOException {
        ByteBuffer head = read(file, 0, RIFF_HEAD);
        if (!isWav(head)) {
            throw new IOException("no WAV file");
        }
        long bigSize = -1;
        ByteBuffer format = null;
        long at = RIFF_HEAD;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            ByteBuffer start = read(file, at, CHUNK_HEAD);
            long size = Integer.toUnsignedLong(start.getInt(4));
            switch (id(start, 0)) {
                case "ds64" -> bigSize = read(file, at + CHUNK_HEAD, 16).getLong(8);
                case "fmt " -> format = read(file, at + CHUNK_HEAD, (int) Math.min(size, 40));
                case "data" -> {
                    return of(format, at + CHUNK_HEAD, size == SIZE_IN_DS64 && bigSize >= 0 ? bigSize : size,
                            file.size());
                }
                default -> { }
            }
            at += CHUNK_HEAD + size + (size & 1);
        }
        throw new IOException("no sound in it");
    }

    private static WavLayout of(ByteBuffer format, long start, long size, long fileSize) throws IOException {
        if (format == null || format.limit() < FORMAT_BYTES) {
            throw new IOException("no format in it");
        }
        int tag = Short.toUnsignedInt(format.getShort(0));
        int kind = tag == EXTENSIBLE && format.limit() >= SUBFORMAT_AT + 2
                ? Short.toUnsignedInt(format.getShort(SUBFORMAT_AT)) : tag;
        Coding coding = coding(kind, Short.toUnsignedInt(format.getShort(14)));
        int channels = Short.toUnsignedInt(format.getShort(2));
        int rate = format.getInt(4);
        if (channels == 0 || rate <= 0) {
            throw new IOException(channels + " channels of " + rate + " frames a second");
        }
        long frames = Math.min(size, fileSize - start) / ((long) channels * coding.bytes);
        return new WavLayout(rate, channels, coding, start, frames);
    }

    private static Coding coding(int kind, int bits) throws IOException {
        if (kind == PCM && bits == 16) {
            return Coding.INT16;
        }
        if (kind == PCM && bits == 24) {
            return Coding.INT24;
        }
        if (kind == FLOAT && bits == 32) {
            return Coding.FLOAT32;
        }
        throw new IOException("samples of kind " + kind + " with " + bits + " bits");
    }

    private static String id(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer read(FileChannel file, long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException("it ends within its header");
            }
        }
        return bytes.flip();
    }
}
