package app.partita.ui.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import app.partita.jobs.NetworkLoader;
import app.partita.models.Model;
import app.partita.models.ModelCatalogue;
import app.partita.models.ModelStore;
import app.partita.models.ModelTerms;
import app.partita.models.TermsStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskingLoaderTest {

    private static final String NAME = "htdemucs";

    @TempDir
    private Path home;

    private final List<CompletableFuture<TermsAnswer>> asked = new CopyOnWriteArrayList<>();
    private final List<String> loaded = new CopyOnWriteArrayList<>();
    private TermsStore terms;
    private ModelStore store;
    private AskingLoader loader;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final NetworkLoader.Listener heard = new NetworkLoader.Listener() {

        @Override
        public void asking() {
            told.add("asking");
        }

        @Override
        public void answered() {
            told.add("answered");
        }

        @Override
        public void fetching(double fraction) {
            told.add("fetching");
        }

        @Override
        public void loading() {
            told.add("loading");
        }
    };

    @BeforeEach
    void wire() {
        terms = new TermsStore(home);
        store = new ModelStore(home.resolve("models"), (model, file) -> { });
        NetworkLoader inner = (name, listener, cancelled) -> {
            loaded.add(name);
            return null;
        };
        loader = new AskingLoader(inner, new ModelCatalogue(), store, terms, (model, of) -> {
            CompletableFuture<TermsAnswer> answer = new CompletableFuture<>();
            asked.add(answer);
            return answer;
        });
    }

    @Test
    void whoAcceptedOnceIsNotAskedAgain() throws Exception {
        List<Thread> waiting = load(1);
        answer(new TermsAnswer.Accepted());
        join(waiting);
        load();

        assertThat(loaded).containsExactly(NAME, NAME);
        assertThat(asked).hasSize(1);
        assertThat(terms.isAccepted(ModelTerms.DEMUCS)).isTrue();
    }

    @Test
    void whileAPersonThinksTheSongIsToldToWaitForTheAnswer() throws Exception {
        List<Thread> waiting = load(1);
        awaitQuestions(1);
        assertThat(told).containsExactly("asking");

        answer(new TermsAnswer.Accepted());
        join(waiting);

        assertThat(told).containsExactly("asking", "answered");
    }

    @Test
    void aSongThatNobodyIsAskedForIsToldOfNoQuestion() throws Exception {
        terms.accept(ModelTerms.DEMUCS);
        load();

        assertThat(told).isEmpty();
    }

    @Test
    void severalSongsWaitForOneAnswer() throws Exception {
        List<Thread> waiting = load(3);
        answer(new TermsAnswer.Accepted());
        join(waiting);

        assertThat(asked).hasSize(1);
        assertThat(loaded).hasSize(3);
    }

    @Test
    void aRefusalFailsTheSongAndIsAskedAgainNextTime() {
        CompletableFuture<Void> first = CompletableFuture.runAsync(this::loadUnchecked);
        answer(new TermsAnswer.Declined());
        assertThatThrownBy(first::join).rootCause().isInstanceOfSatisfying(Fault.class, fault ->
                assertThat(fault.known().orElseThrow().kind()).isEqualTo(FaultKind.TERMS_DECLINED));

        CompletableFuture<Void> second = CompletableFuture.runAsync(this::loadUnchecked);
        awaitQuestions(2);
        asked.get(1).complete(new TermsAnswer.Accepted());
        second.join();
        assertThat(loaded).hasSize(1);
    }

    @Test
    void aFileOfOnesOwnNeedsNoTerms() throws Exception {
        Path own = Files.writeString(home.resolve("own.onnx"), "weights");
        List<Thread> waiting = load(2);
        answer(new TermsAnswer.OwnFile(own));
        join(waiting);

        Model model = new ModelCatalogue().find(NAME);
        assertThat(store.locate(model)).isPresent();
        assertThat(terms.isAccepted(ModelTerms.DEMUCS)).isFalse();
        assertThat(loaded).hasSize(2);
    }

    @Test
    void aCancelledSongWaitsForNoAnswer() {
        assertThatThrownBy(() -> loader.load(NAME, heard, () -> true)).isInstanceOf(CancellationException.class);
        assertThat(loaded).isEmpty();
    }

    @Test
    void weightsThatAreThereAreUsedWithoutAQuestion() throws Exception {
        store.importFile(new ModelCatalogue().find(NAME), Files.writeString(home.resolve("own.onnx"), "weights"));
        load();

        assertThat(asked).isEmpty();
        assertThat(loaded).containsExactly(NAME);
    }

    private List<Thread> load(int songs) {
        List<Thread> threads = new ArrayList<>();
        for (int song = 0; song < songs; song++) {
            threads.add(Thread.ofPlatform().start(this::loadUnchecked));
        }
        return threads;
    }

    private void load() throws Fault {
        loader.load(NAME, heard, () -> false);
    }

    private void loadUnchecked() {
        try {
            load();
        } catch (Fault fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void answer(TermsAnswer answer) {
        awaitQuestions(1);
        asked.getFirst().complete(answer);
    }

    private void awaitQuestions(int count) {
        long end = System.nanoTime() + 10_000_000_000L;
        while (asked.size() < count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(asked).hasSize(count);
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }
}
