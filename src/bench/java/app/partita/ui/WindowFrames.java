package app.partita.ui;

import app.partita.demo.DemoFiles;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import app.partita.jobs.Checksums;
import app.partita.jobs.JobRunner;
import app.partita.jobs.JobState;
import app.partita.jobs.JobWork;
import app.partita.jobs.NetworkShelf;
import app.partita.jobs.SongSeparation;
import app.partita.stems.WorkFolders;
import app.partita.settings.AppDirs;
import app.partita.settings.Theme;
import app.partita.ui.RowWatch.Seen;
import app.partita.ui.theme.ColourScheme;
import app.partita.ui.theme.WindowTheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Opens the real window with many songs queued, lets one after another run, and measures from each event of the engine
 * to the frame that shows it, and for how long the thread that draws is busy. Needs a display, such as Xvfb's.
 */
@Command(name = "WindowFrames", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Measures how soon the window shows what the engine tells.")
final class WindowFrames implements Callable<Integer> {

    private static final int REPEATS = 7;

    @Option(names = "--rows", defaultValue = "1000", description = "songs queued (default: ${DEFAULT-VALUE})")
    private int rows;

    @Option(names = "--seconds", defaultValue = "40", description = "of each scripted run (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(names = "--rate", defaultValue = "100", description = "events a second when stressed (default: "
            + "${DEFAULT-VALUE})")
    private double rate;

    @Option(names = "--weights", defaultValue = "${env:PARTITA_TEST_WEIGHTS}",
            description = "htdemucs.onnx, to run the real engine as well (default: what PARTITA_TEST_WEIGHTS names)")
    private Path weights;

    private final ToldJobs told = new ToldJobs();
    private final Deque<JobWork> runs = new ConcurrentLinkedDeque<>();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new WindowFrames()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        AppDirs dirs = new AppDirs(Files.createTempDirectory("partita-bench"));
        JobWork work = new RecordedWork((job, listener, control) ->
                runs.remove().run(job, listener, control), told);
        try (BenchWindow window = new BenchWindow(dirs, work)) {
            measure(window, dirs);
        }
        return 0;
    }

    private void measure(BenchWindow window, AppDirs dirs) throws Exception {
        say("window rows=%d %s", rows, Machine.described());
        List<String> names = new ArrayList<>(List.of("real rate", Math.round(rate) + " a second"));
        runs.add(ScriptedSong.atRealRate(seconds));
        runs.add(ScriptedSong.atRate(rate, seconds));
        List<Path> songs = songs(dirs.home().resolve("music"));
        if (weights != null) {
            names.add("engine");
            runs.add(engine(window, dirs));
            songs.set(2, new DemoFiles(window.audio).writeTo(dirs.home().resolve("demo")));
        }
        runs.add(ScriptedSong.still());
        window.queue.pause();
        rest();
        long[] rowsAfter = window.add(songs);
        say("the first rows appear after %.0f ms, all after %.0f ms", ms(rowsAfter[0]), ms(rowsAfter[1]));
        await(() -> window.queue.jobs().stream().noneMatch(job -> job.facts().isEmpty()));
        try (Heartbeat heartbeat = new Heartbeat()) {
            rest();
            heartbeat.longestWait();
            rest();
            say("%-12s %6s %6s %7s %6s %6s %6s %6s %6s", "", "events", "frames", "gap ms", "p50 ms", "p95", "p99",
                    "max", "busy");
            say("%-12s %51s %6.0f", "nothing runs", "", ms(heartbeat.longestWait()));
            RowWatch watch = new RowWatch(window.table, told, window.texts);
            Laid.on(() -> {
                window.stage.getScene().addPostLayoutPulseListener(watch::frame);
                return true;
            });
            window.queue.resume();
            for (int run = 0; run < names.size(); run++) {
                int over = run + 1;
                await(() -> window.queue.jobs().stream().filter(job -> job.state().isOver()).count() >= over);
                await(() -> told.next() == null || told.next().state() == JobState.RUNNING);
                report(names.get(run), Laid.on(watch::result), heartbeat.longestWait());
            }
        }
        changes(window);
    }

    private void report(String name, Seen seen, long busy) {
        List<Long> sorted = seen.latencies().stream().sorted().toList();
        say("%-12s %6d %6d %7.0f %6.1f %6.1f %6.1f %6.1f %6.0f", name, sorted.size(), seen.frames().size(),
                ms(seen.longestGap()), ms(rank(sorted, 0.5)), ms(rank(sorted, 0.95)), ms(rank(sorted, 0.99)),
                ms(sorted.getLast()), ms(busy));
    }

    /** What costs what JavaFX costs: with our cells, and with empty ones. */
    private void changes(BenchWindow window) throws InterruptedException {
        ColourScheme worn = window.stage.getScene().getRoot().getStyleClass().contains("dark")
                ? ColourScheme.DARK : ColourScheme.LIGHT;
        List<Long> ourSorts = sorts(window.table);
        List<Long> ourThemes = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            ColourScheme next = i % 2 == 0 ? worn.other() : worn;
            ourThemes.add(Laid.until(window.stage.getScene(),
                    () -> window.stage.getScene().getRoot().getStyleClass().contains(next.styleClass()),
                    () -> window.settings.change(now -> now.withTheme(Theme.valueOf(next.name())))));
        }
        SimpleObjectProperty<ColourScheme> scheme = new SimpleObjectProperty<>(worn);
        EmptyTable empty = Laid.on(() -> {
            EmptyTable made = new EmptyTable(window.stage, window.table, new WindowTheme(() -> scheme));
            window.stage.hide();
            made.stage.show();
            return made;
        });
        rest();
        List<Long> emptySorts = sorts(empty.table);
        List<Long> emptyThemes = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            ColourScheme next = scheme.get().other();
            emptyThemes.add(Laid.until(empty.stage.getScene(), () -> scheme.get() == next, () -> Laid.on(() -> {
                scheme.set(next);
                return true;
            })));
        }
        say("sorting: %.0f ms, with empty cells %.0f ms", median(ourSorts), median(emptySorts));
        say("changing the theme: %.0f ms, with empty cells %.0f ms", median(ourThemes), median(emptyThemes));
    }

    private static <T> List<Long> sorts(TableView<T> table) {
        TableColumn<T, ?> column = table.getVisibleLeafColumn(0);
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            TableColumn.SortType next = i % 2 == 0 ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING;
            times.add(Laid.until(table.getScene(), () -> column.getSortType() == next, () -> Laid.on(() -> {
                column.setSortType(next);
                table.getSortOrder().setAll(List.of(column));
                return true;
            })));
        }
        return times;
    }

    private List<Path> songs(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Path> songs = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            songs.add(Files.createFile(folder.resolve(String.format(Locale.ROOT, "song %04d.flac", i))));
        }
        return songs;
    }

    private JobWork engine(BenchWindow window, AppDirs dirs) {
        HtDemucsLoader loader = new HtDemucsLoader(Kernels.best(), dirs.cache());
        int threads = Runtime.getRuntime().availableProcessors();
        InstantSource clock = InstantSource.system();
        return new JobRunner(new SongSeparation(window.audio, new WorkFolders(dirs.work()),
                new NetworkShelf((model, listener, cancelled) -> {
                    listener.loading();
                    return loader.load(model, weights, threads);
                })), clock, Checksums.SHA256, "bench");
    }

    private static void rest() {
        LockSupport.parkNanos(3_000_000_000L);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static double median(List<Long> nanos) {
        return ms(rank(nanos.stream().sorted().toList(), 0.5));
    }

    private static long rank(List<Long> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size())));
    }

    private static double ms(long nanos) {
        return nanos * 1e-6;
    }

    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format + "%n", values);
    }
}
