package app.partita.ui.player.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.ClipReport;
import app.partita.audio.OutputFormat;
import app.partita.fault.Fault;
import app.partita.player.ExportOrder;
import app.partita.player.Loop;
import app.partita.player.MixerState;
import app.partita.stems.StemKind;
import app.partita.testkit.FakeScheduler;
import app.partita.ui.FakeWindow;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import app.partita.ui.notices.Announcement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the button to the file, over a writer that only remembers. */
class ExportTest {

    @TempDir
    private Path folder;

    private final List<ExportOrder> orders = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private FakeWindow fake;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() {
        fake = FxScene.on(() -> {
            FakeWindow made = FakeWindow.of(Locale.ENGLISH, folder, new FakeScheduler());
            made.exporting = waiting::add;
            made.writer = (source, order, file, format, tags, progress, cancelled) -> {
                orders.add(order);
                files.add(file);
                progress.accept(0.43);
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                return new ClipReport(0, 1);
            };
            made.player.open(SampleJobs.mixed().get(4));
            made.toChoose.add(folder.resolve("mine.wav"));
            return made;
        });
        layOut();
    }

    @Test
    void whatIsHeardIsWrittenWholeWithItsSpeedAndMutes() {
        FxScene.run(() -> {
            fake.player.tempo(0.75);
            fake.player.strip(StemKind.DRUMS, strip -> strip.withMuted(true));
        });
        export();
        write();
        assertThat(orders).containsExactly(ExportOrder.of(fake.playback.state));
        assertThat(files).containsExactly(folder.resolve("mine.wav"));
        assertThat(said()).contains("mine.wav");
    }

    @Test
    void theLoopIsProposedAndTheWholeSongCanBeChosen() {
        FxScene.run(() -> fake.player.loop().select(Optional.of(new Loop(100, 900))));
        export();
        write();
        ask();
        FxScene.run(() -> this.<Boolean>box("range").setValue(false));
        choose();
        write();
        assertThat(orders).extracting(ExportOrder::from).containsExactly(100L, 0L);
        assertThat(orders).extracting(ExportOrder::to).containsExactly(900L, ExportOrder.TO_THE_END);
    }

    @Test
    void theSongWithoutTheSoloedStemAndAStemAlone() {
        FxScene.run(() -> fake.player.strip(StemKind.VOCALS, strip -> strip.withSoloed(true)));
        ask();
        FxScene.run(() -> box("what").getSelectionModel().select(1));
        choose();
        write();
        assertThat(audible(orders.getFirst().mixer())).containsExactly(StemKind.DRUMS, StemKind.BASS, StemKind.OTHER);
        ask();
        FxScene.run(() -> box("what").getSelectionModel().select(4));
        choose();
        write();
        assertThat(audible(orders.getLast().mixer())).containsExactly(StemKind.BASS);
    }

    @Test
    void aNameWithoutEndingGetsTheFormats() {
        FxScene.run(() -> fake.toChoose.set(0, folder.resolve("mine")));
        ask();
        FxScene.run(() -> this.<OutputFormat>box("format").setValue(OutputFormat.MP3));
        choose();
        write();
        assertThat(files).containsExactly(folder.resolve("mine.mp3"));
        assertThat(fake.done).anyMatch(done -> done.startsWith("proposed") && done.endsWith("夜の電車 (mix).mp3"));
    }

    @Test
    void aFileThatTheDialogDidNotAskAboutIsNotReplaced() throws IOException {
        Files.createFile(folder.resolve("mine.wav"));
        FxScene.run(() -> fake.toChoose.set(0, folder.resolve("mine")));
        export();
        write();
        assertThat(files).isEmpty();
        assertThat(said()).contains("exists already").contains("another name");
    }

    @Test
    void nothingIsWrittenWithoutAFile() {
        FxScene.run(fake.toChoose::clear);
        export();
        assertThat(waiting).isEmpty();
        assertThat(button().getText()).isEqualTo("Export mix");
    }

    @Test
    void theButtonTellsHowMuchIsWrittenAndCancels() {
        fake.writer = (source, order, file, format, tags, progress, cancelled) -> {
            progress.accept(0.43);
            assertThat(button().getText()).isEqualTo("43 %");
            button().fire();
            assertThat(cancelled.getAsBoolean()).isTrue();
            throw new CancellationException();
        };
        export();
        assertThat(button().getText()).isEqualTo("0 %");
        assertThat(button().getAccessibleText()).contains("Cancel");
        write();
        assertThat(button().getText()).isEqualTo("Export mix");
        assertThat(said()).contains("cancelled");
    }

    @Test
    void anErrorIsToldWithItsNextStep() {
        fake.writer = (source, order, file, format, tags, progress, cancelled) -> {
            throw new Fault("mine.wav may not be written.", "Choose another folder.");
        };
        export();
        write();
        assertThat(said()).contains("may not be written").contains("Choose another folder.");
        assertThat(button().getText()).isEqualTo("Export mix");
    }

    @Test
    void whatTheFormatCutIsTold() {
        fake.writer = (source, order, file, format, tags, progress, cancelled) -> new ClipReport(12, 1.5f);
        export();
        write();
        assertThat(said()).contains("12 samples");
    }

    @Test
    void theSourceOfTheFileIsClosed() {
        export();
        write();
        assertThat(fake.song.closed).isTrue();
    }

    private List<StemKind> audible(MixerState mixer) {
        return fake.player.stems().stream().filter(stem -> mixer.audible(stem, fake.player.stems())).toList();
    }

    private void export() {
        ask();
        choose();
    }

    private void ask() {
        FxScene.run(button()::fire);
        layOut();
    }

    private void choose() {
        FxScene.run(((Button) fake.scene.getRoot().lookup("#export-choose"))::fire);
    }

    private void write() {
        FxScene.run(waiting.removeFirst());
    }

    private Button button() {
        return (Button) fake.scene.getRoot().lookup("#export");
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> box(String key) {
        Node found = fake.scene.getRoot().lookup("#export-" + key);
        return (ComboBox<T>) found;
    }

    private String said() {
        return fake.board.announcements().stream().map(Announcement::text).reduce("", String::concat);
    }

    private void layOut() {
        FxScene.run(() -> {
            fake.scene.getRoot().applyCss();
            fake.scene.getRoot().layout();
        });
    }
}
