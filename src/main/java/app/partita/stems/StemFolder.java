package app.partita.stems;

import app.partita.audio.OutputFormat;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import app.partita.files.Fsync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The folder of a song's finished stems, which appears whole or not at all: files are written into a hidden folder
 * beside it, flushed, and then take its place by one rename.
 */
public final class StemFolder implements AutoCloseable {

    private final Path target;
    private final boolean force;
    private final Deque<Path> madeParents = new ArrayDeque<>();
    private HiddenNames names;
    private boolean flushed;
    private boolean published;

    private StemFolder(Path target, boolean force) {
        this.target = target;
        this.force = force;
    }

    /**
     * Fails if stems could not be put there, without touching anything: to be asked before hours of work.
     *
     * @param force whether an existing folder may be replaced
     */
    public static void check(Path target, boolean force) throws Fault {
        try {
            if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS) || FileTrees.isEmptyFolder(target)) {
                return;
            }
        } catch (IOException cause) {
            throw DiskFault.writing(target, cause);
        }
        if (!Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
            throw FaultKind.IN_THE_WAY.fault(target);
        }
        if (!force) {
            throw FaultKind.STEMS_EXIST.fault(target);
        }
    }

    /**
     * Puts in order what killed processes left in a folder in which stems shall appear: half-made folders are deleted,
     * an old one whose replacement did not come gets its name back. To be asked before {@link #check}.
     */
    public static void sweep(Path parent) {
        HiddenNames.sweep(parent.toAbsolutePath().normalize());
    }

    /**
     * Starts a hidden folder.
     *
     * @param target where the folder shall appear; missing parents are created
     * @param force  whether the stems in an existing folder are replaced; they stay until the new ones are in place,
     *               and other files in it are kept
     * @throws Fault if {@code target} exists and {@code force} is false, or it cannot be written there
     */
    public static StemFolder start(Path target, boolean force) throws Fault {
        Path absolute = target.toAbsolutePath().normalize();
        check(absolute, force);
        var folder = new StemFolder(absolute, force);
        try {
            folder.makeParents();
            folder.names = HiddenNames.claim(absolute);
            Files.createDirectory(folder.names.fresh());
            return folder;
        } catch (IOException cause) {
            Fault fault = DiskFault.writing(absolute, cause);
            try {
                folder.close();
            } catch (Fault second) {
                fault.addSuppressed(second);
            }
            throw fault;
        }
    }

    /** Where the folder will appear. */
    public Path target() {
        return target;
    }

    /** The hidden folder, where the files are until it appears. */
    public Path hidden() {
        return names.fresh();
    }

    /** A file of the hidden folder. */
    public Path file(String name) {
        return hidden().resolve(name);
    }

    /** A fault that names files of the hidden folder, told of where they would have appeared. */
    public Fault told(Fault fault) {
        String hidden = names.fresh().toString();
        return fault.getMessage().contains(hidden) ? fault.renaming(hidden, target.toString()) : fault;
    }

    /**
     * Brings the files through a loss of power, which takes as long as the disk does.
     *
     * @throws CancellationException when {@code cancelled} answers true, asked between the files
     */
    public void flush(BooleanSupplier cancelled) throws Fault {
        try (var files = Files.newDirectoryStream(names.fresh())) {
            for (Path file : files) {
                check(cancelled);
                Fsync.file(file);
            }
            check(cancelled);
            Fsync.folder(names.fresh());
            check(cancelled);
            flushed = true;
        } catch (IOException cause) {
            throw DiskFault.writing(target, cause);
        }
    }

    private static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    /** Flushes the files, unless they are already, and lets the folder appear. */
    public void publish() throws Fault {
        if (!flushed) {
            flush(() -> false);
        }
        try {
            check(target, force);
            if (!FileTrees.deleteIfEmpty(target)) {
                // Without force, another one's stems appeared just now: they are not to be replaced.
                check(target, force);
                Files.move(target, names.aside(), StandardCopyOption.ATOMIC_MOVE);
            }
            appear();
            Fsync.folder(target.getParent());
            if (Files.exists(names.aside())) {
                replaced(names.aside(), target);
            }
        } catch (Fault fault) {
            throw fault;
        } catch (IOException cause) {
            throw DiskFault.writing(target, cause);
        }
    }

    /** Without {@link #publish}: deletes all that was written, and the parents that were made for it. */
    @Override
    public void close() throws Fault {
        try (HiddenNames claimed = names) {
            if (published) {
                return;
            }
            if (claimed != null) {
                FileTrees.delete(claimed.fresh());
            }
        } catch (IOException cause) {
            throw DiskFault.writing(target, cause);
        }
        try {
            while (!madeParents.isEmpty() && FileTrees.deleteIfEmpty(madeParents.peek())) {
                madeParents.pop();
            }
        } catch (IOException cause) {
            throw DiskFault.writing(target, cause);
        }
    }

    private void makeParents() throws IOException {
        Path missing = target.getParent();
        var wanted = new ArrayDeque<Path>();
        while (missing != null && !Files.exists(missing)) {
            wanted.push(missing);
            missing = missing.getParent();
        }
        for (Path parent : wanted) {
            Files.createDirectories(parent);
            madeParents.push(parent);
            Fsync.folder(parent.getParent());
        }
    }

    private void appear() throws IOException {
        try {
            Files.move(names.fresh(), target, StandardCopyOption.ATOMIC_MOVE);
            published = true;
        } catch (IOException cause) {
            boolean taken = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
            if (Files.exists(names.aside())) {
                if (taken) {
                    replaced(names.aside(), target);
                } else {
                    Files.move(names.aside(), target, StandardCopyOption.ATOMIC_MOVE);
                }
            }
            throw taken ? FaultKind.STEMS_EXIST.because(cause, target) : cause;
        }
    }

    /**
     * Deletes the old stems behind the new ones. A person may have put a project or notes beside them: replacing the
     * stems is no leave to delete those.
     */
    static void replaced(Path aside, Path target) throws IOException {
        try (var entries = Files.newDirectoryStream(aside)) {
            for (Path entry : entries) {
                Path place = target.resolve(entry.getFileName());
                if (!isStem(entry.getFileName().toString()) && !Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    Files.move(entry, place, StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
        FileTrees.delete(aside);
    }

    private static boolean isStem(String name) {
        return Arrays.stream(StemKind.values()).anyMatch(stem -> Arrays.stream(OutputFormat.values())
                .anyMatch(format -> name.equals(stem.id() + "." + format.extension())));
    }
}
