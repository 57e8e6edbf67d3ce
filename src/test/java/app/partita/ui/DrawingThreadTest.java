package app.partita.ui;

import static app.partita.ui.WindowedProgram.await;
import static app.partita.ui.WindowedProgram.rows;
import static app.partita.ui.WindowedProgram.stage;
import static app.partita.ui.WindowedProgram.table;
import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.JobState;
import app.partita.ui.queue.RowAction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination.ModifierValue;
import javafx.scene.input.KeyEvent;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Watches the JVM's own record of files and connections while a person uses the window. */
class DrawingThreadTest {

    private static final Set<String> WATCHED =
            Set.of("jdk.FileRead", "jdk.FileWrite", "jdk.FileForce", "jdk.SocketRead", "jdk.SocketWrite",
                    "jdk.ProcessStart");

    @TempDir
    private Path home;

    private WindowedProgram program;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void install() throws IOException {
        program = new WindowedProgram(home);
    }

    @AfterEach
    void stop() {
        program.close();
    }

    @Test
    void theThreadThatDrawsTouchesNoFileNoNetworkAndNoProgram() throws Exception {
        Path songs = Files.createDirectory(home.resolve("songs"));
        for (String name : List.of("a.wav", "b.wav", "c.wav")) {
            Files.writeString(songs.resolve(name), name);
        }
        program.start();
        await(() -> stage().isShowing());
        Path record = home.resolve("record.jfr");
        try (Recording recording = new Recording()) {
            WATCHED.forEach(event -> recording.enable(event).withoutThreshold().withoutStackTrace());
            recording.start();
            use(songs);
            recording.dump(record);
        }

        List<RecordedEvent> events = RecordingFile.readAllEvents(record);
        assertThat(events).as("the recording sees files").anyMatch(event -> event.hasField("path")
                && String.valueOf(event.getString("path")).contains(home.toString()));
        assertThat(events.stream().filter(DrawingThreadTest::onDrawingThread)).isEmpty();
    }

    /** Drops a folder, has one song separated, and does what can be done with the others. */
    private void use(Path songs) throws Exception {
        HeldOverWindow held = HeldOverWindow.files(List.of(songs.toFile()));
        FxScene.run(() -> {
            held.over(stage().getScene().getRoot());
            held.drop(stage().getScene().getRoot());
        });
        await(() -> rows().size() == 3 && rows().getFirst().state() == JobState.RUNNING);
        program.work.progress("a.wav", 50);
        program.work.complete("a.wav");
        await(() -> rows().getFirst().state() == JobState.COMPLETED);
        perform(1, RowAction.CANCEL);
        await(() -> rows().get(1).state() == JobState.CANCELLED);
        perform(1, RowAction.RETRY);
        await(() -> rows().get(1).state() != JobState.CANCELLED);
        perform(2, RowAction.REMOVE);
        await(() -> rows().size() == 2);
        perform(1, RowAction.MOVE_UP);
        await(() -> rows().getFirst().job().name().equals("b.wav"));
        perform(1, RowAction.SHOW_IN_FOLDER);
        perform(1, RowAction.DELETE_STEMS);
        program.click("#delete-yes");
        program.settings.change(now -> now.withFormat("flac"));
        program.settings.change(now -> now.withLanguage("de"));
        await(() -> WindowedProgram.texts().contains("Songs hinzufügen"));
    }

    private static void perform(int row, RowAction action) {
        FxScene.run(() -> {
            table().getSelectionModel().clearAndSelect(row);
            KeyCodeCombination key = (KeyCodeCombination) action.key();
            table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, KeyEvent.CHAR_UNDEFINED, "", key.getCode(),
                    isDown(key.getShift()), isDown(key.getShortcut()), isDown(key.getAlt()), false));
        });
    }

    private static boolean isDown(ModifierValue modifier) {
        return modifier == ModifierValue.DOWN;
    }

    /** Classes and style sheets that are loaded when they are first needed are the JVM's own affair. */
    private static boolean onDrawingThread(RecordedEvent event) {
        String path = event.hasField("path") ? String.valueOf(event.getString("path")) : "";
        return event.getThread() != null && "JavaFX Application Thread".equals(event.getThread().getJavaName())
                && Stream.of(".jar", ".class", ".css", ".bss", ".properties", ".ttf", "modules", "services")
                        .noneMatch(path::endsWith);
    }
}
