package app.partita.jobs;

import app.partita.engine.SeparationOptions;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names the work files of a job, so that whoever separates the same song in the same way finds them again: a song that
 * was changed, or is to be separated otherwise, has another name.
 */
final class WorkKey {

    /** Reading all of a concert from a slow disk once more would cost more than it is worth. */
    private static final int SAMPLES = 64;
    private static final int SAMPLE_BYTES = 1 << 16;
    private static final int LENGTH = 32;

    private WorkKey() {
    }

    /** @throws Fault if the song cannot be read */
    static String of(Job job) throws Fault {
        SeparationOptions options = job.settings().options();
        MessageDigest digest = sha256();
        digest.update("%s\n%s\n%s\n%a %d %d\n".formatted(job.song(), FileStamp.of(job.song()), job.settings().model(),
                options.overlap(), options.shifts(), options.seed()).getBytes(StandardCharsets.UTF_8));
        try (FileChannel file = FileChannel.open(job.song(), StandardOpenOption.READ)) {
            sample(file, digest);
        } catch (IOException e) {
            throw FaultKind.SONG_UNREADABLE_DISK.because(e, job.song());
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    /** The beginning, the end, and places at equal distances between them. */
    private static void sample(FileChannel file, MessageDigest digest) throws IOException {
        long last = Math.max(0, file.size() - SAMPLE_BYTES);
        ByteBuffer bytes = ByteBuffer.allocate(SAMPLE_BYTES);
        for (int i = 0; i < SAMPLES; i++) {
            long place = last * i / (SAMPLES - 1);
            bytes.clear();
            int got = 0;
            while (bytes.hasRemaining() && got >= 0) {
                got = file.read(bytes, place + bytes.position());
            }
            digest.update(bytes.flip());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
