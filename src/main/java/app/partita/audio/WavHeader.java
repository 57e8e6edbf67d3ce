package app.partita.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * How much sound a WAV or RF64 header claims, against what the file holds. FFmpeg reads to the end of the file either
 * way and says nothing.
 */
record WavHeader(long claimedBytes, long presentBytes) {

    private static final int MOST_CHUNKS = 1000;
    private static final long SIZE_IN_DS64 = 0xFFFFFFFFL;

    /** What to tell of a claim that is too big; empty otherwise, also for the 0 that a crashed recorder leaves. */
    String warning() {
        return claimedBytes <= presentBytes ? ""
                : "The header claims " + claimedBytes + " bytes of sound, but only " + presentBytes
                        + " are there; it is read to its end.";
    }

    /** Reads the header; a file that is no WAV has nothing to claim. */
    static WavHeader of(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            ByteBuffer start = read(channel, 0, 12);
            if (start.remaining() < 12 || !"WAVE".equals(id(start, 8))) {
                return new WavHeader(0, 0);
            }
            OptionalLong bigSize = OptionalLong.empty();
            long at = 12;
            for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
                ByteBuffer head = read(channel, at, 24);
                if (head.remaining() < 8) {
                    break;
                }
                long size = Integer.toUnsignedLong(head.getInt(4));
                switch (id(head, 0)) {
                    case "ds64" -> bigSize = head.remaining() == 24 ? OptionalLong.of(head.getLong(16)) : bigSize;
                    case "data" -> {
                        return new WavHeader(size == SIZE_IN_DS64 ? bigSize.orElse(size) : size,
                                Math.max(0, channel.size() - at - 8));
                    }
                    default -> { }
                }
                at += 8 + size + (size & 1);
            }
            return new WavHeader(0, 0);
        }
    }

    private static String id(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer read(SeekableByteChannel channel, long at, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(at);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        return bytes.flip();
    }
}
