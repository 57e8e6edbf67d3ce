package app.partita.testkit;

import app.partita.files.Fsync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;

/**
 * A disk that takes a real program's bytes slowly, by the kernel's own limit for its device. Where there is none, the
 * test is skipped, and says so.
 */
public final class SlowDisk implements AutoCloseable {

    private static final Path LIMIT = Path.of("/sys/fs/cgroup/blkio/blkio.throttle.write_bps_device");
    private static final int PROBE_BYTES = 1 << 20;

    private final Volume volume;
    private final String device;

    private SlowDisk(Volume volume, String device) {
        this.volume = volume;
        this.device = device;
    }

    /** @param bytesPerSecond that it takes, less than a MiB for a short wait at the start */
    public static SlowDisk of(Path image, Path at, int mebibytes, int bytesPerSecond) throws IOException {
        Volume volume = Volume.inFile(image, at, mebibytes);
        String device = Files.readAllLines(Path.of("/proc/self/mountinfo")).stream().map(line -> line.split(" "))
                .filter(fields -> fields[4].equals(at.toString())).map(fields -> fields[2]).findFirst().orElseThrow();
        SlowDisk disk = new SlowDisk(volume, device);
        try {
            disk.limit(bytesPerSecond);
            disk.assumeSlow(bytesPerSecond);
            return disk;
        } catch (IOException | RuntimeException missing) {
            volume.close();
            return Assumptions.abort("no disk can be slowed down here: " + missing);
        }
    }

    public Path path() {
        return volume.path();
    }

    private void limit(int bytesPerSecond) throws IOException {
        Files.writeString(LIMIT, device + " " + bytesPerSecond);
    }

    private void assumeSlow(int bytesPerSecond) throws IOException {
        Path probe = path().resolve("probe");
        long began = System.nanoTime();
        Files.write(probe, new byte[PROBE_BYTES]);
        Fsync.file(probe);
        Duration least = Duration.ofSeconds(PROBE_BYTES).dividedBy(2L * bytesPerSecond);
        Assumptions.assumeTrue(System.nanoTime() - began > least.toNanos(), "the limit has no effect");
        Files.delete(probe);
    }

    @Override
    public void close() throws IOException {
        limit(0);
        volume.close();
    }
}
