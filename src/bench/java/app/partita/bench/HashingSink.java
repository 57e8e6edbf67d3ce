package app.partita.bench;

import app.partita.engine.EngineListener;
import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.stems.StemWorkFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Counts and hashes stems as they become final, and gives their place on the disk back: so a song may be longer than any
 * disk. Needs Linux and its {@code fallocate} program.
 */
final class HashingSink implements EngineListener {

    private static final int MINUTES_KEPT = 10;
    private static final int SHOWN_BYTES = 4;
    private static final int BYTES_PER_FRAME = 2 * Float.BYTES;

    private final Path mixture;
    private final StemWorkFile stems;
    private final int framesPerMinute;
    private final Runnable minuteIsOver;
    private final List<MessageDigest> digests = new ArrayList<>();
    private final float[] samples;
    private final ByteBuffer bytes;
    private long frames;

    /** @param minuteIsOver told after each minute of the song */
    HashingSink(Path mixture, StemWorkFile stems, Runnable minuteIsOver) throws NoSuchAlgorithmException {
        this.mixture = mixture;
        this.stems = stems;
        this.framesPerMinute = 60 * stems.sampleRate();
        this.minuteIsOver = minuteIsOver;
        for (int i = 0; i < stems.stems().size(); i++) {
            digests.add(MessageDigest.getInstance("SHA-256"));
        }
        samples = new float[stems.channels() * stems.sampleRate()];
        bytes = ByteBuffer.allocate(samples.length * Float.BYTES);
    }

    @Override
    public void stretchFinal(long from, long to) {
        if (from != frames) {
            throw new IllegalStateException("a gap before frame " + from);
        }
        try {
            for (long frame = from; frame < to; frame += stems.sampleRate()) {
                hash(frame, (int) Math.min(stems.sampleRate(), to - frame));
            }
            for (long minute = from / framesPerMinute + 1; minute <= to / framesPerMinute; minute++) {
                minuteIsOver.run();
                if (minute % MINUTES_KEPT == 0) {
                    // The engine still reads what overlaps with the next segment.
                    forget((minute - 1) * framesPerMinute);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        frames = to;
    }

    private void hash(long frame, int count) throws Fault {
        for (int stem = 0; stem < digests.size(); stem++) {
            stems.read(stem, frame, samples, 0, count);
            bytes.clear().asFloatBuffer().put(samples, 0, count * stems.channels());
            digests.get(stem).update(bytes.limit(count * stems.channels() * Float.BYTES));
        }
    }

    private void forget(long upTo) throws IOException {
        forget(mixture, upTo);
        for (StemKind stem : stems.stems()) {
            forget(stems.file(stem), upTo);
        }
    }

    private static void forget(Path file, long frames) throws IOException {
        Process fallocate = new ProcessBuilder("fallocate", "--punch-hole", "--length",
                Long.toString(frames * BYTES_PER_FRAME), file.toString()).inheritIO().start();
        if (fallocate.onExit().join().exitValue() != 0) {
            throw new IOException("no hole in " + file);
        }
    }

    long frames() {
        return frames;
    }

    /** Of all stems, one after the other. */
    String hash() throws NoSuchAlgorithmException {
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        digests.forEach(digest -> all.update(digest.digest()));
        return HexFormat.of().formatHex(all.digest(), 0, SHOWN_BYTES);
    }
}
