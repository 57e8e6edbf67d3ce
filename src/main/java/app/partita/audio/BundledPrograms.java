package app.partita.audio;

import app.partita.fault.Fault;
import app.partita.files.Fsync;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.bytedeco.javacpp.Loader;

/**
 * The programs out of the bundled FFmpeg jar, unpacked beside their libraries into a folder of the cache.
 *
 * <p>The folder is filled under a temporary name and appears whole by one rename, and what is damaged in it later is
 * replaced file by file, so any number of processes may do this at once. JavaCPP's own loader would write in place and
 * takes its folder from a system property, which is state shared by the whole process; only its name for this platform is
 * used here.
 */
final class BundledPrograms implements Programs.Source {

    private static final String REINSTALL = "Reinstall Partita: its package for this system is incomplete.";

    private static final int BLOCK = 1 << 18;
    private static final int POLL_MILLIS = 50;

    private final Path cacheDir;
    private final ReentrantLock unpacking = new ReentrantLock();
    private Programs located;

    BundledPrograms(Path cacheDir) {
        this.cacheDir = cacheDir;
    }

    @Override
    public Programs locate() throws Fault {
        return locate(() -> false);
    }

    @Override
    public Programs locate(BooleanSupplier cancelled) throws Fault {
        await(cancelled);
        try {
            if (located == null) {
                String platform = Loader.getPlatform();
                String ending = platform.startsWith("windows") ? ".exe" : "";
                Path home = unpacked(platform, "ffmpeg" + ending, cancelled);
                located = new Programs(home.resolve("ffmpeg" + ending), home.resolve("ffprobe" + ending));
            }
            return located;
        } finally {
            unpacking.unlock();
        }
    }

    /** Waits for the lock; another song may just be unpacking for all. */
    private void await(BooleanSupplier cancelled) {
        try {
            while (!unpacking.tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                requireWanted(cancelled);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while FFmpeg was unpacked");
        }
    }

    private static void requireWanted(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled while FFmpeg was unpacked");
        }
    }

    private Path unpacked(String platform, String program, BooleanSupplier cancelled) throws Fault {
        String folder = "org/bytedeco/ffmpeg/" + platform + "/";
        URL resource = Loader.class.getClassLoader().getResource(folder + program);
        if (resource == null) {
            throw new Fault("There is no FFmpeg for " + platform + " in this installation.", REINSTALL);
        }
        try {
            if (!(resource.openConnection() instanceof JarURLConnection connection)) {
                throw new Fault("FFmpeg is not inside a jar: " + resource, REINSTALL);
            }
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                List<JarEntry> entries = jar.stream().filter(e -> isNeeded(e, folder)).toList();
                Path home = cacheDir.resolve("ffmpeg-" + version(jar) + "-" + platform);
                if (!isComplete(home, entries)) {
                    unpack(jar, entries, home, cancelled);
                }
                return home;
            }
        } catch (Fault known) {
            throw known;
        } catch (IOException e) {
            throw new Fault("FFmpeg cannot be unpacked into " + cacheDir + ".",
                    "Check that the disk has 70 MB of room and that the folder may be written to.", e);
        }
    }

    /** The bindings ({@code jni…}) are for Java in the same process and not unpacked. */
    private static boolean isNeeded(JarEntry entry, String folder) {
        String name = entry.getName();
        return !entry.isDirectory() && name.startsWith(folder) && name.indexOf('/', folder.length()) < 0
                && !fileName(entry).contains("jni");
    }

    private static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private static String version(JarFile jar) throws IOException {
        var properties = new Properties();
        JarEntry entry = jar.getJarEntry("META-INF/maven/org.bytedeco/ffmpeg/pom.properties");
        if (entry != null) {
            try (InputStream in = jar.getInputStream(entry)) {
                properties.load(in);
            }
        }
        return properties.getProperty("version", "bundled");
    }

    /** A cleaner of temporary files may have taken some of them, so the sizes are compared each time. */
    private static boolean isComplete(Path home, List<JarEntry> entries) throws IOException {
        for (JarEntry entry : entries) {
            if (!isWhole(home.resolve(fileName(entry)), entry)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(Path file, JarEntry entry) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == entry.getSize();
    }

    private void unpack(JarFile jar, List<JarEntry> entries, Path home, BooleanSupplier cancelled)
            throws IOException {
        // Not a temporary folder of the JDK's making, which other users of this installation could not enter.
        Path fresh = Files.createDirectories(cacheDir.resolve("unpacking-" + UUID.randomUUID()));
        try {
            for (JarEntry entry : entries) {
                Path file = fresh.resolve(fileName(entry));
                try (InputStream in = jar.getInputStream(entry)) {
                    copy(in, file, cancelled);
                }
                if (!file.toFile().setExecutable(true, false)) {
                    throw new IOException("cannot be made executable: " + file);
                }
                // Later only sizes are compared, which a loss of power may leave as they are.
                Fsync.file(file);
            }
            Fsync.folder(fresh);
            putInPlace(fresh, home, entries);
        } finally {
            deleteFolder(fresh);
        }
    }

    private static void copy(InputStream in, Path file, BooleanSupplier cancelled) throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int got = in.read(block); got >= 0; got = in.read(block)) {
                requireWanted(cancelled);
                out.write(block, 0, got);
            }
        }
    }

    /** Never takes anything whole away: another one may have put it there just now, and be about to start it. */
    private static void putInPlace(Path fresh, Path home, List<JarEntry> entries) throws IOException {
        if (!Files.exists(home)) {
            try {
                Files.move(fresh, home);
                return;
            } catch (IOException e) {
                // Another one was quicker, which is as good.
                if (!Files.exists(home)) {
                    throw e;
                }
            }
        }
        for (JarEntry entry : entries) {
            Path file = home.resolve(fileName(entry));
            if (!isWhole(file, entry)) {
                replace(fresh.resolve(file.getFileName()), file, entry);
            }
        }
        Fsync.folder(home);
    }

    private static void replace(Path fresh, Path file, JarEntry entry) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Windows replaces no program that runs: another one was quicker, and started it.
            if (!isWhole(file, entry)) {
                throw e;
            }
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var inside = Files.walk(folder)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
