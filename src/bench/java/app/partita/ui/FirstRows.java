package app.partita.ui;

import app.partita.settings.AppDirs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How soon songs are rows after the first drop on a window that was opened a moment before. Only the first drop of a
 * program is cold, so each run of this measures one.
 */
@Command(name = "FirstRows", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Measures how soon the first songs are rows.")
final class FirstRows implements Callable<Integer> {

    @Option(names = "--songs", defaultValue = "1", description = "dropped at once (default: ${DEFAULT-VALUE})")
    private int songs;

    @Option(names = "--idle", defaultValue = "4",
            description = "seconds from the opening to the drop (default: ${DEFAULT-VALUE})")
    private double idle;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FirstRows()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        AppDirs dirs = new AppDirs(Files.createTempDirectory("partita-bench"));
        Path music = Files.createDirectories(dirs.home().resolve("music"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < songs; i++) {
            files.add(Files.createFile(music.resolve(String.format(Locale.ROOT, "song %04d.flac", i))));
        }
        try (BenchWindow window = new BenchWindow(dirs, new RecordedWork(
                (job, listener, control) -> ScriptedSong.still().run(job, listener, control), new ToldJobs()))) {
            window.queue.pause();
            LockSupport.parkNanos((long) (idle * 1e9));
            long[] after = window.add(files);
            System.out.printf(Locale.ROOT, "songs=%d first=%.0f ms all=%.0f ms %s%n", songs, after[0] * 1e-6,
                    after[1] * 1e-6, Machine.described());
        }
        return 0;
    }
}
