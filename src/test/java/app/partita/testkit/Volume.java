package app.partita.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A small disk of its own that can be filled, protected and taken away. Mounting is for root on Linux: for anybody else
 * the test is skipped, and says so.
 */
public final class Volume implements AutoCloseable {

    private static final int MIB = 1 << 20;

    private static final int BTRFS_LEAST = 128;

    private final Path path;
    private Path quota;
    private final List<String> mount;

    private Volume(Path path, List<String> mount) {
        this.path = path;
        this.mount = mount;
        try {
            bringBack();
        } catch (IllegalStateException refused) {
            Assumptions.abort("this system mounts no disks of its own: " + refused.getMessage());
        }
    }

    /** One in memory, empty. */
    public static Volume inMemory(Path at, int mebibytes) throws IOException {
        assumeRoot();
        Files.createDirectories(at);
        return new Volume(at, List.of("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "partita-test",
                at.toString()));
    }

    /** One that is there again, with what was on it, after it was taken away. */
    public static Volume inFile(Path image, Path at, int mebibytes) throws IOException {
        return inFile(image, at, mebibytes, "ext4", "");
    }

    /**
     * One that loses, when its {@link #loseThePower power is cut}, all that nobody brought to it for good: it writes
     * nothing by itself for minutes, and knows no pity for those who rename files that they did not flush.
     */
    public static Volume forgetful(Path image, Path at, int mebibytes, String kind) throws IOException {
        return inFile(image, at, mebibytes, kind, kind.equals("ext4") ? ",commit=300,noauto_da_alloc" : "");
    }

    /**
     * One on which a folder, {@link #path}, may hold only so much. Its quota is one of Btrfs, whose kernel part asks
     * for no settings; where its programs or quotas are missing the test is skipped, and says so.
     */
    public static Volume withQuota(Path image, Path at, int mebibytes) throws IOException {
        assumeRoot();
        Volume disk = inFile(image, at, 2 * mebibytes + BTRFS_LEAST, "btrfs", "");
        disk.quota = disk.path.resolve("quota");
        try {
            run(List.of("btrfs", "subvolume", "create", disk.quota.toString()));
            run(List.of("btrfs", "quota", "enable", disk.path.toString()));
            run(List.of("btrfs", "qgroup", "limit", mebibytes + "m", disk.quota.toString()));
            return disk;
        } catch (IllegalStateException unsupported) {
            disk.close();
            return Assumptions.abort("no quota: " + unsupported.getMessage());
        }
    }

    private static Volume inFile(Path image, Path at, int mebibytes, String kind, String options) throws IOException {
        assumeRoot();
        Files.createDirectories(at);
        try {
            run(List.of("truncate", "-s", mebibytes + "M", image.toString()));
            run(kind.equals("ext4") ? List.of("mkfs.ext4", "-q", "-m", "0", image.toString())
                    : List.of("mkfs." + kind, "-q", image.toString()));
        } catch (IllegalStateException missing) {
            Assumptions.abort("this system makes no " + kind + ": " + missing.getMessage());
        }
        return new Volume(at, List.of("mount", "-o", "loop" + options, image.toString(), at.toString()));
    }

    /** Whether files of others may be written, as only root may. */
    public static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static void assumeRoot() {
        Assumptions.assumeTrue(isRoot() && System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux"),
                "mounting a disk needs root on Linux");
    }

    public Path path() {
        return quota == null ? path : quota;
    }

    /** Allows as much as there is room. */
    public void liftQuota() {
        run(List.of("btrfs", "qgroup", "limit", "none", quota.toString()));
    }

    /** Leaves no room on it. */
    public void fill() {
        try (OutputStream out = Files.newOutputStream(filler())) {
            byte[] block = new byte[MIB / 16];
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            System.getLogger(Volume.class.getName()).log(System.Logger.Level.DEBUG, "filled", full);
        }
    }

    /** Makes room again. */
    public void clear() throws IOException {
        Files.delete(filler());
    }

    private Path filler() {
        return path().resolve("filler");
    }

    /** Nothing can be written to it from now on, or again. */
    public void readOnly(boolean wanted) {
        run(List.of("mount", "-o", wanted ? "remount,ro" : "remount,rw", path.toString()));
    }

    /** It is gone, even for those who use it. */
    public void takeAway() {
        run(List.of("umount", "-l", path.toString()));
    }

    /** From now on nothing reaches it, and what was only in memory is lost; {@link #restart} brings it back. */
    public void loseThePower() {
        PowerCut.of(path);
    }

    /** Takes it away, after those who used it are gone, and brings it back, as a computer that starts again. */
    public void restart() {
        run(List.of("umount", path.toString()));
        bringBack();
    }

    public void bringBack() {
        run(mount);
    }

    @Override
    public void close() {
        takeAway();
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Stream.of(command, said).map(Object::toString).toList().toString());
            }
        } catch (IOException missing) {
            throw new IllegalStateException(command.getFirst() + " cannot be started", missing);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
