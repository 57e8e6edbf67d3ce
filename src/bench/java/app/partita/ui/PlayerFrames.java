package app.partita.ui;

import app.partita.bench.ClockedOutput;
import app.partita.fault.Fault;
import app.partita.jobs.ForeignKeys;
import app.partita.jobs.Job;
import app.partita.jobs.JobRun;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobSource;
import app.partita.jobs.JobState;
import app.partita.jobs.Progress;
import app.partita.player.MixerState;
import app.partita.player.PlayerNotice;
import app.partita.player.StemPlayer;
import app.partita.ui.player.Music;
import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.PlayerActions;
import app.partita.ui.player.PlayerKey;
import app.partita.ui.player.PlayerThreads;
import app.partita.ui.player.PlayerView;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.player.SongKeeper;
import app.partita.ui.player.StemPlayback;
import app.partita.ui.system.Workers;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.ColourScheme;
import app.partita.ui.theme.Fonts;
import app.partita.ui.theme.WindowTheme;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Plays a song of six lanes in the player's own view, as large as the screen allows, and measures how long its frames
 * last once the JVM is warm: while only the playhead moves, while a hand scrolls, and while it zooms. Needs a display, such as Xvfb's.
 */
@Command(name = "PlayerFrames", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Measures the frames of the player's view.")
final class PlayerFrames implements Callable<Integer> {

    private static final int NOTCHES_AT_ONCE = 10;
    private static final int TURN = 100;

    @Option(names = "--size", defaultValue = "1440x900,3840x2160", split = ",",
            description = "width and height of the window (default: ${DEFAULT-VALUE})")
    private List<String> sizes;

    @Option(names = "--seconds", defaultValue = "5", description = "of each motion (default: ${DEFAULT-VALUE})")
    private double seconds;

    private final Workers workers = Workers.create();
    private PlayerViewModel model;
    private PlayerView view;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new PlayerFrames()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        Fonts.load();
        System.out.println("frames of the player, 6 lanes, " + Machine.described());
        try (StemPlayer player = new StemPlayer(new ClockedOutput())) {
            for (String size : sizes) {
                String[] sides = size.split("x");
                Stage stage = Laid.on(() -> open(player, Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
                rest();
                measure(size);
                Laid.on(() -> {
                    view.dispose();
                    stage.hide();
                    return true;
                });
            }
        }
        workers.close();
        return 0;
    }

    private Stage open(StemPlayer player, int width, int height) {
        model = new PlayerViewModel(new StemPlayback(player, Platform::runLater), (job, opened, failed) ->
                opened.accept(new OpenedSong(job, new LoudSong(), OpenedSong.Origin.FINISHED, MixerState.UNITY,
                        Music.UNKNOWN, List.of(), peaks -> { })), new Silent(), new Silent());
        view = new PlayerView(model, new Silent(), Texts.in(Locale.ENGLISH),
                new PlayerThreads(workers.peaks(), workers.pictures(), Platform::runLater));
        Scene scene = new Scene(view, width, height);
        new WindowTheme(() -> new SimpleObjectProperty<>(ColourScheme.DARK)).dress(scene);
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        model.open(job());
        return stage;
    }

    private void measure(String size) {
        System.out.printf(Locale.ROOT, "%-30s %6s %8s %6s %6s %6s %8s %9s%n", size, "a sec.", "p50 ms", "p95", "p99", "max",
                "drawing", "rendering");
        Laid.on(() -> {
            model.playOrPause();
            return true;
        });
        rest();
        FrameTimes.of(this::zoom, seconds);
        press(PlayerKey.ZOOM_OUT, TURN);
        report("the playhead", frame -> { });
        report("zooming", this::zoom);
        press(PlayerKey.ZOOM_IN, TURN / 12);
        report("scrolling", this::scroll);
        report("zooming, close", this::zoom);
        press(PlayerKey.ZOOM_OUT, TURN);
        press(PlayerKey.SPECTROGRAM, 1);
        rest();
        report("spectrograms: the playhead", frame -> { });
        report("spectrograms: zooming", this::zoom);
        press(PlayerKey.ZOOM_IN, TURN / 12);
        report("spectrograms: scrolling", this::scroll);
        Laid.on(() -> {
            model.playOrPause();
            return true;
        });
    }

    private void report(String name, IntConsumer motion) {
        System.out.printf("%-30s %s%n", name, FrameTimes.of(motion, seconds));
    }

    /** In for some frames, then out for as many. */
    private void zoom(int frame) {
        wheel(0, frame / TURN % 2 == 0 ? NOTCHES_AT_ONCE : -NOTCHES_AT_ONCE);
    }

    private void scroll(int frame) {
        wheel(frame / TURN % 2 == 0 ? -2 * NOTCHES_AT_ONCE : 2 * NOTCHES_AT_ONCE, 0);
    }

    private void wheel(double deltaX, double deltaY) {
        Node ruler = view.lookup("#ruler");
        Point2D middle = ruler.localToScene(ruler.getLayoutBounds().getCenterX(), 5);
        Event.fireEvent(ruler, new ScrollEvent(ScrollEvent.SCROLL, middle.getX(), middle.getY(), middle.getX(),
                middle.getY(), false, false, false, false, false, false, deltaX, deltaY, deltaX, deltaY,
                ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                new PickResult(ruler, middle.getX(), middle.getY())));
    }

    private void press(PlayerKey key, int times) {
        Laid.on(() -> {
            for (int i = 0; i < times; i++) {
                view.perform(new PlayerKey.Press(key, 0));
            }
            return true;
        });
    }

    private static Job job() {
        Path song = Path.of("song.flac").toAbsolutePath();
        JobRun run = new JobRun(JobState.COMPLETED, Progress.WAITING, Optional.empty(), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), "1");
        return new Job("bench", 0, Instant.EPOCH, new JobSource(song, Optional.empty()), JobSettings.DEFAULT,
                song.resolveSibling("stems"), JobSettings.DEFAULT.stems(), Optional.empty(), run, false, false,
                ForeignKeys.NONE);
    }

    private static void rest() {
        LockSupport.parkNanos(2_000_000_000L);
    }

    /** Around a player about which nobody cares. */
    private static final class Silent implements PlayerActions, PlayerViewModel.Talk, SongKeeper {

        @Override
        public ObservableValue<Optional<Job>> neighbour(int by) {
            return new SimpleObjectProperty<>(Optional.empty());
        }

        @Override
        public void export() { }

        @Override
        public ObservableValue<Optional<Integer>> exporting() {
            return new SimpleObjectProperty<>(Optional.empty());
        }

        @Override
        public void notice(PlayerNotice notice) { }

        @Override
        public void fault(Fault fault) { }

        @Override
        public void noBeats() { }

        @Override
        public void mixer(Job job, MixerState mixer) { }

        @Override
        public void music(Job job, Music music) { }
    }
}
