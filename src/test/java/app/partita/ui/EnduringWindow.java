package app.partita.ui;

import app.partita.ProgramUnderTest;
import app.partita.fault.Fault;
import app.partita.jobs.JobState;
import app.partita.jobs.host.FirstWindow;
import app.partita.settings.AppDirs;
import app.partita.testkit.Folders;
import app.partita.testkit.ProgramUse;
import app.partita.testkit.SmallModel;
import app.partita.testkit.TestAudio;
import app.partita.ui.queue.JobRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * The whole program with its window and the small network, in a process of its own, and somebody who hands it batch
 * after batch of songs as later windows do, watches the rows, and clears them away by keys. Says, a line each, what the
 * program takes before and after, how many songs were made, and how long the thread that draws stood still at most.
 */
final class EnduringWindow {

    static final String BEFORE = "before ";
    static final String AFTER = "after ";
    static final String MADE = "made ";
    static final String STALL = "stall ";

    private static final int FRAMES = 2 * 44_100;
    private static final int PATIENCE_SECONDS = 120;
    private static final int ROUND_MILLIS = 400;
    private static final int BEAT_MILLIS = 10;
    private static final List<String> STEMS = List.of("bass.wav", "drums.wav", "other.wav", "vocals.wav");

    private final Path home;
    private final Path music;
    private final int batch;
    private final boolean disturbed;
    private final Random random;
    private final FxRobot robot = new FxRobot();
    private final AtomicLong stall = new AtomicLong();
    private int handed;
    private int made;

    private EnduringWindow(Path home, Path music, int batch, boolean disturbed, long seed) {
        this.home = home;
        this.music = music;
        this.batch = batch;
        this.disturbed = disturbed;
        this.random = new Random(seed);
    }

    /** Arguments: home, folder for music, songs, songs in a batch, whether somebody cancels, retries and removes meanwhile, seed. */
    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Files.createDirectories(home.resolve("models"));
        Files.copy(SmallModel.WEIGHTS, home.resolve("models/htdemucs.safetensors"));
        Files.writeString(home.resolve("settings.json"), "{\"schema\": 1, \"language\": \"en\"}");
        Thread program = Thread.ofPlatform().name("program").start(() -> run(home));
        try {
            new EnduringWindow(home, Path.of(arguments[1]), Integer.parseInt(arguments[3]),
                    Boolean.parseBoolean(arguments[4]), Long.parseLong(arguments[5])).endure(Integer.parseInt(arguments[2]));
        } catch (Throwable failure) {
            failure.printStackTrace();
            // The window would stay.
            Runtime.getRuntime().halt(1);
        }
        program.join();
        // As the program does: JTransforms keeps its threads for a minute.
        System.exit(0);
    }

    private static void run(Path home) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PARTITA_HOME", home.toString());
        try {
            ProgramUnderTest.window(environment, List.of());
        } catch (Fault fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void endure(int songs) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS,
                () -> Window.getWindows().stream().anyMatch(Window::isShowing));
        batch();
        batch();
        ProgramUse before = ProgramUse.of(home);
        System.out.println(BEFORE + before.line());
        made = 0;
        Thread beats = Thread.ofPlatform().daemon().start(this::beat);
        for (int done = 0; done < songs; done += batch) {
            batch();
        }
        beats.interrupt();
        System.out.println(AFTER + ProgramUse.of(home).line());
        System.out.println(MADE + made);
        System.out.println(STALL + Duration.ofNanos(stall.get()).toMillis());
        FxScene.run(() -> stage().fireEvent(new WindowEvent(stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));
    }

    private void beat() {
        while (!Thread.currentThread().isInterrupted()) {
            long asked = System.nanoTime();
            Platform.runLater(() -> stall.accumulateAndGet(System.nanoTime() - asked, Math::max));
            LockSupport.parkNanos(Duration.ofMillis(BEAT_MILLIS).toNanos());
        }
    }

    private void batch() throws Exception {
        List<Path> songs = new ArrayList<>();
        for (int i = 0; i < batch; i++, handed++) {
            songs.add(TestAudio.wav(music.resolve("%05d.wav".formatted(handed)), 44_100, 2,
                    TestAudio.chord(44_100, 2, FRAMES)));
        }
        if (FirstWindow.claim(new AppDirs(home).window(), songs).isPresent()) {
            throw new AssertionError("the window took no songs");
        }
        await(() -> rows().size() == batch);
        if (disturbed) {
            disturb();
        }
        await(() -> rows().stream().allMatch(row -> row.state().isOver()));
        for (JobRow row : FxScene.on(EnduringWindow::rows)) {
            check(row);
        }
        press(KeyCode.SHORTCUT, KeyCode.A);
        press(KeyCode.DELETE);
        await(() -> rows().isEmpty());
        Folders.delete(music);
    }

    private void check(JobRow row) {
        JobState state = row.state();
        List<String> stems = Folders.tree(row.job().folder());
        if (state == JobState.COMPLETED && stems.equals(STEMS)) {
            made++;
        } else if (state != JobState.CANCELLED || !disturbed) {
            throw new AssertionError(row.job() + " has " + stems);
        }
    }

    /** As long as something is to be done, now and then something else. */
    private void disturb() {
        int removed = 0;
        for (int round = 0; round < batch; round++) {
            LockSupport.parkNanos(Duration.ofMillis(random.nextInt(ROUND_MILLIS)).toNanos());
            int rows = FxScene.on(() -> rows().size());
            if (rows > 1) {
                int chosen = random.nextInt(rows);
                FxScene.run(() -> table().getSelectionModel().clearAndSelect(chosen));
                switch (random.nextInt(5)) {
                    case 0 -> press(KeyCode.SHORTCUT, KeyCode.PERIOD);
                    case 1 -> press(KeyCode.SHORTCUT, KeyCode.R);
                    case 2 -> {
                        press(KeyCode.DELETE);
                        removed++;
                    }
                    case 3 -> {
                        // Oftener, the rows of the batch before would come back, whose files are gone.
                        if (removed > 0) {
                            press(KeyCode.SHORTCUT, KeyCode.Z);
                            removed--;
                        }
                    }
                    default -> press(KeyCode.ALT, KeyCode.UP);
                }
            }
        }
    }

    private void press(KeyCode... keys) {
        FxScene.run(() -> table().requestFocus());
        robot.press(keys).release(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static Stage stage() {
        return (Stage) Window.getWindows().getFirst();
    }

    @SuppressWarnings("unchecked")
    private static TableView<JobRow> table() {
        return (TableView<JobRow>) stage().getScene().lookup("#queue");
    }

    private static List<JobRow> rows() {
        return List.copyOf(table().getItems());
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> FxScene.on(condition));
    }
}
