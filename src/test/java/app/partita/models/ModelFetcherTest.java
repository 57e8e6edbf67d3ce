package app.partita.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFetcherTest {

    private final Model model = new Model("tiny", "for tests", List.of(
            new Origin.Official(URI.create("https://first.example/w.th"), "00"),
            new Origin.Official(URI.create("https://second.example/w.th"), "00")));
    private final List<String> tried = new ArrayList<>();
    private final List<Double> progress = new ArrayList<>();
    private final FetchListener listener = new FetchListener() {
        @Override
        public void trying(String source) {
            tried.add(source);
        }

        @Override
        public void progress(double fraction) {
            progress.add(fraction);
        }
    };

    @TempDir
    private Path home;
    private Path folder;
    private ModelStore store;

    @BeforeEach
    void open() {
        folder = home.resolve("models");
        store = new ModelStore(folder, Validators.GOOD);
    }

    @Test
    void theFirstSourceThatDeliversIsTaken() throws Fault {
        Path place = fetcher("GOOD", null).fetch(model, listener, () -> false);
        assertThat(store.locate(model)).contains(place);
        assertThat(tried).containsExactly("first.example");
        assertThat(folder.resolve(".fetch")).doesNotExist();
    }

    @Test
    void theNextSourceIsAskedWhenOneFailsAndTheProgressNeverFalls() throws Fault {
        fetcher(null, "GOOD").fetch(model, listener, () -> false);
        assertThat(tried).containsExactly("first.example", "second.example");
        assertThat(progress).isSorted().doesNotHaveDuplicates().last().isEqualTo(1.0);
    }

    @Test
    void aSourceThatDeliversRubbishIsPassedOver() throws Fault {
        fetcher("BAD", "GOOD").fetch(model, listener, () -> false);
        assertThat(store.locate(model).orElseThrow()).hasContent("GOOD");
    }

    @Test
    void allCausesAndTheWayByHandAreNamedWhenNobodyDelivers() {
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> fetcher(null, null).fetch(model, listener, () -> false))
                .withMessageContaining("first.example is down").withMessageContaining("second.example is down")
                .satisfies(f -> assertThat(f.nextStep()).contains("partita models import FILE"));
        assertThat(store.locate(model)).isEmpty();
    }

    @Test
    void cancellingAsksNoFurtherSource() {
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> fetcher(null, "GOOD").fetch(model, listener, () -> !tried.isEmpty()));
        assertThat(tried).containsExactly("first.example");
    }

    @Test
    void twoFetchesAtATimeAreRefused() throws IOException {
        Files.createDirectories(folder);
        try (FileChannel held = FileChannel.open(folder.resolve(".fetch.lock"),
                StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(held.tryLock()).isNotNull();
            assertThatExceptionOfType(Fault.class)
                    .isThrownBy(() -> fetcher("GOOD", null).fetch(model, listener, () -> false))
                    .withMessageContaining("Another Partita");
        }
    }

    @Test
    void whatAKilledProgramLeftIsRemoved() throws IOException {
        Path left = Files.createDirectories(folder.resolve(".fetch/npm-1/cache"));
        fetcher("GOOD", null).fetch(model, listener, () -> false);
        assertThat(left).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Files.createFile(folder);
        assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> fetcher("GOOD", null).fetch(model, listener, () -> false))
                .withMessageContaining(folder.toString());
    }

    /** Sources that deliver a text, or fail where it is null. */
    private ModelFetcher fetcher(String first, String second) {
        return new ModelFetcher(store, origin -> {
            String host = ((Origin.Official) origin).file().getHost();
            return new FakeSource(host, host.startsWith("first") ? first : second);
        });
    }

    private record FakeSource(String description, String content) implements ModelSource {

        @Override
        public Path fetch(Path folder, DoubleConsumer progress, BooleanSupplier cancelled) throws Fault {
            progress.accept(0.25);
            progress.accept(0.5);
            if (content == null) {
                throw new Fault(description + " is down", "Wait.");
            }
            try {
                return Files.writeString(folder.resolve("file.part"), content);
            } catch (IOException e) {
                throw new Fault("cannot write", "Wait.", e);
            }
        }
    }
}
