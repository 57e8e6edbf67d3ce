package app.partita.stems;

import app.partita.files.Fsync;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The hidden names beside a folder that is being made or replaced, and a file that claims them: it is locked while the
 * process lives, and says which folder they are for, so that another process can put in order what a killed one left.
 */
final class HiddenNames implements AutoCloseable {

    private static final Logger LOG = System.getLogger(HiddenNames.class.getName());
    private static final String START = ".partita-";
    private static final String CLAIM = ".lock";
    private static final String NEW = ".part";
    private static final String OLD = ".old";

    private final Path claim;
    private final FileChannel channel;

    private HiddenNames(Path claim, FileChannel channel) {
        this.claim = claim;
        this.channel = channel;
    }

    /** Claims names beside {@code target}, whose parent exists. */
    static HiddenNames claim(Path target) throws IOException {
        Path claim = target.resolveSibling(ownStart() + UUID.randomUUID().toString().substring(0, 8) + CLAIM);
        FileChannel channel = FileChannel.open(claim, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var names = new HiddenNames(claim, channel);
        try {
            names.lock();
            channel.write(StandardCharsets.UTF_8.encode(target.getFileName().toString()));
            // Else a loss of power could leave an old folder aside, and nobody who knows what it was called.
            channel.force(true);
            Fsync.folder(target.getParent());
            return names;
        } catch (IOException failure) {
            names.close();
            throw failure;
        }
    }

    /** Where the new folder is filled. */
    Path fresh() {
        return sibling(claim, NEW);
    }

    /** Where the old folder waits until the new one is in place. */
    Path aside() {
        return sibling(claim, OLD);
    }

    /** Puts in order what killed processes left in a folder; what resists stays there and is logged. */
    static void sweep(Path parent) {
        if (!Files.isDirectory(parent)) {
            return;
        }
        try (DirectoryStream<Path> claims = Files.newDirectoryStream(parent, START + "*" + CLAIM)) {
            for (Path claim : claims) {
                // Asking for a lock of one's own process would lose it.
                if (!claim.getFileName().toString().startsWith(ownStart())) {
                    sweepClaim(claim);
                }
            }
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "what a killed process left beside stems could not all be put in order", failure);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(claim);
    }

    /** Some network disks know no locks: then nobody sweeps there, either. */
    private void lock() {
        try {
            channel.lock();
        } catch (IOException unsupported) {
            LOG.log(Level.DEBUG, "no lock on " + claim, unsupported);
        }
    }

    private static void sweepClaim(Path claim) throws IOException {
        try (FileChannel channel = FileChannel.open(claim, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return;
            }
            var name = ByteBuffer.allocate(1024);
            channel.read(name);
            tidy(claim, StandardCharsets.UTF_8.decode(name.flip()).toString());
        } catch (OverlappingFileLockException held) {
            LOG.log(Level.DEBUG, "still in use: " + claim, held);
            return;
        }
        Files.deleteIfExists(claim);
        LOG.log(Level.INFO, "put in order what a killed process left beside stems");
    }

    private static void tidy(Path claim, String targetName) throws IOException {
        FileTrees.delete(sibling(claim, NEW));
        Path aside = sibling(claim, OLD);
        Path target = claim.resolveSibling(targetName).normalize();
        if (!Files.isDirectory(aside, LinkOption.NOFOLLOW_LINKS) || !claim.getParent().equals(target.getParent())) {
            return;
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            StemFolder.replaced(aside, target);
        } else {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Path sibling(Path claim, String ending) {
        String name = claim.getFileName().toString();
        return claim.resolveSibling(name.substring(0, name.length() - CLAIM.length()) + ending);
    }

    private static String ownStart() {
        return START + ProcessHandle.current().pid() + "-";
    }
}
