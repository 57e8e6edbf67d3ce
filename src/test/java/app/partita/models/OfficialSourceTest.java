package app.partita.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.testkit.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OfficialSourceTest {

    private static final int LENGTH = 300_000;

    @TempDir
    private Path folder;
    private final byte[] content = new byte[LENGTH];
    private final List<Double> progress = new ArrayList<>();
    private FileServer server;
    private String digest;

    @BeforeEach
    void serve() throws IOException {
        new Random(5).nextBytes(content);
        server = new FileServer(content);
        Path whole = Files.write(folder.resolve("whole"), content);
        digest = Sha256.of(whole);
        Files.delete(whole);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFreshDownloadIsWholeAndToldInRisingFractions() throws IOException {
        assertThat(fetch(digest)).hasBinaryContent(content);
        assertThat(progress).isNotEmpty().isSorted().last().isEqualTo(1.0);
        assertThat(server.ranges()).containsExactly("");
    }

    @Test
    void aConnectionThatBreaksIsTakenUpAgainAtOnce() throws IOException {
        server.answer(exchange -> {
            server.cutAt(server.ranges().isEmpty() ? 100_000 : Integer.MAX_VALUE);
            server.serve(exchange);
        });
        assertThat(fetch(digest)).hasBinaryContent(content);
        assertThat(server.ranges()).hasSize(2).last().asString().startsWith("bytes=");
    }

    @Test
    void aLaterCallGoesOnWhereAnEarlierOneGaveUp() throws IOException {
        server.cutAt(100_000);
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(digest)).withMessageContaining("localhost");
        server.cutAt(Integer.MAX_VALUE);
        assertThat(fetch(digest)).hasBinaryContent(content);
        assertThat(server.ranges().getLast()).isNotEmpty();
    }

    @Test
    void aFullDiskIsToldAndTheRestIsFetchedWhenThereIsRoom() throws Exception {
        try (Volume disk = Volume.inMemory(folder.resolve("disk"), 1)) {
            Path filler = Files.write(disk.path().resolve("filler"), new byte[900_000]);
            assertThatExceptionOfType(Fault.class)
                    .isThrownBy(() -> source(digest).fetch(disk.path(), progress::add, () -> false))
                    .satisfies(fault -> assertThat(fault.nextStep()).contains("room"));
            Files.delete(filler);
            assertThat(source(digest).fetch(disk.path(), progress::add, () -> false)).hasBinaryContent(content);
            assertThat(server.ranges().getLast()).startsWith("bytes=");
        }
    }

    @Test
    void aFileThatChangedMeanwhileIsFetchedFromItsBeginning() throws IOException {
        server.cutAt(100_000);
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(digest));
        server.cutAt(Integer.MAX_VALUE);
        server.tag("\"two\"");
        assertThat(fetch(digest)).hasBinaryContent(content);
    }

    @Test
    void aServerWithoutRangesIsAskedForAllOfIt() throws IOException {
        server.cutAt(100_000);
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(digest));
        server.cutAt(Integer.MAX_VALUE);
        server.refuseRanges();
        assertThat(fetch(digest)).hasBinaryContent(content);
    }

    @Test
    void aPartThatIsTheWholeFileNeedsNoBytes() throws IOException {
        fetch(digest);
        assertThat(fetch(digest)).hasBinaryContent(content);
        assertThat(server.ranges()).containsExactly("", "bytes=" + LENGTH + "-");
    }

    @Test
    void aWrongChecksumIsNamedAndNothingStays() {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch("00000000")).withMessageContaining("checksum");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void rubbishHasAWrongChecksum() {
        server.answer(FileServer.status(200, "<html>please log in</html>"));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(digest)).withMessageContaining("checksum");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 416})
    void aRefusalIsNamed(int status) {
        server.answer(FileServer.status(status, "no"));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(digest)).withMessageContaining("" + status);
    }

    @Test
    void aRedirectIsFollowedWhereItIsAllowed() throws IOException {
        server.answer(exchange -> {
            if (exchange.getRequestURI().getPath().equals("/real")) {
                server.serve(exchange);
            } else {
                FileServer.redirect("/real").to(exchange);
            }
        });
        assertThat(fetch(digest)).hasBinaryContent(content);
    }

    @Test
    void aRedirectToPlainHttpIsRefused() throws IOException {
        try (FileServer other = new FileServer(content)) {
            server.answer(FileServer.redirect(other.address("weights.th").toString()));
            assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(digest)).withMessageContaining("not secure");
            assertThat(other.ranges()).isEmpty();
        }
    }

    @Test
    void plainHttpIsRefusedFromTheStart() {
        Origin.Official origin = new Origin.Official(server.address("weights.th"), digest);
        OfficialSource source = new OfficialSource(origin, new HttpsRequests());
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> source.fetch(folder, progress::add, () -> false))
                .withMessageContaining("not secure");
        assertThat(server.ranges()).isEmpty();
    }

    @Test
    void endlessRedirectsEnd() {
        server.answer(FileServer.redirect("/again"));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(digest)).withMessageContaining("without end");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        server.close();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> fetch(digest))
                .withMessageContaining("localhost").withMessageContaining("no connection");
    }

    @Test
    void cancellingEndsTheWaitForAnAnswer() {
        AtomicBoolean asked = new AtomicBoolean();
        server.answer(exchange -> asked.set(true));
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> source(digest).fetch(folder, progress::add, asked::get));
    }

    @Test
    void cancellingEndsAStandingTransferAndKeepsWhatIsThere() {
        server.answer(exchange -> {
            exchange.getResponseHeaders().set("ETag", "\"one\"");
            exchange.sendResponseHeaders(200, LENGTH);
            exchange.getResponseBody().write(content, 0, 100_000);
            exchange.getResponseBody().flush();
        });
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> source(digest).fetch(folder, progress::add, () -> !progress.isEmpty()));
        assertThat(folder.resolve("weights.th.part")).exists();
    }

    private Path fetch(String sha256) throws Fault {
        return source(sha256).fetch(folder, progress::add, () -> false);
    }

    /** Permits this one server in place of HTTPS. */
    private OfficialSource source(String sha256) {
        Origin.Official origin = new Origin.Official(server.address("weights.th"), sha256.substring(0, 8));
        return new OfficialSource(origin, new HttpsRequests(a -> a.getPort() == server.address("").getPort()));
    }
}
