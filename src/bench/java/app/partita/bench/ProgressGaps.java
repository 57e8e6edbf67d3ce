package app.partita.bench;

import app.partita.audio.AudioFiles;
import app.partita.audio.OutputFormat;
import app.partita.engine.SeparationOptions;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import app.partita.jobs.Cancellation;
import app.partita.jobs.Checksums;
import app.partita.jobs.Job;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobRunner;
import app.partita.jobs.JobSettings;
import app.partita.jobs.NetworkShelf;
import app.partita.jobs.Progress;
import app.partita.jobs.SongSeparation;
import app.partita.stems.WorkFolders;
import app.partita.stems.Remainder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long a job keeps silent between two updates, with the released network: on two cores never more than a second.
 *
 * <p>The first job is the program's first, the second one finds it warm. Arguments: the program's data folder with the
 * weights in it, a song, a folder for the stems, threads.
 */
final class ProgressGaps {

    private static final int SHOWN = 5;

    private record Told(long nanos, Progress progress) {}

    private record Gap(double seconds, Progress before, Progress after) {}

    private ProgressGaps() {
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path song = Path.of(arguments[1]);
        Path stems = Files.createTempDirectory(Path.of(arguments[2]), "gaps-");
        int threads = Integer.parseInt(arguments[3]);
        HtDemucsLoader loader = new HtDemucsLoader(Kernels.best(), home.resolve("cache"));
        Path weights = home.resolve("models").resolve("htdemucs.weights");
        InstantSource clock = InstantSource.system();
        try (NetworkShelf shelf = new NetworkShelf((model, listener, cancelled) -> {
            listener.loading();
            return loader.load(model, weights, threads);
        })) {
            JobRunner runner = new JobRunner(new SongSeparation(new AudioFiles(home.resolve("native")),
                    new WorkFolders(home.resolve("work")), shelf), clock, Checksums.SHA256, "");
            for (String run : List.of("cold", "warm")) {
                JobSettings settings = new JobSettings(JobSettings.DEFAULT_MODEL, OutputFormat.WAV24,
                        SeparationOptions.DEFAULT, Remainder.SHARED, Optional.of(stems.resolve(run)), false);
                report(run, run(runner, new JobPlanner(clock).plan(song, settings)));
            }
        }
    }

    private static List<Told> run(JobRunner runner, Job waiting) {
        List<Told> told = new ArrayList<>();
        Job ended = runner.run(waiting, job -> told.add(new Told(System.nanoTime(), job.progress())),
                new Cancellation());
        if (ended.failure().isPresent()) {
            throw new IllegalStateException(ended.failure().get().cause() + ended.failure().get().details());
        }
        return told;
    }

    private static void report(String run, List<Told> told) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < told.size(); i++) {
            gaps.add(new Gap((told.get(i).nanos() - told.get(i - 1).nanos()) / 1e9, told.get(i - 1).progress(),
                    told.get(i).progress()));
        }
        long marks = told.stream().map(each -> each.progress().stage() + " " + each.progress().stagePercent() + " "
                + each.progress().percent()).distinct().count();
        System.out.printf(Locale.ROOT, "%s: %d updates, %d of them new percent or message, %.1f s%n", run, told.size(),
                marks, gaps.stream().mapToDouble(Gap::seconds).sum());
        gaps.stream().sorted(Comparator.comparingDouble(Gap::seconds).reversed()).limit(SHOWN).forEach(gap ->
                System.out.printf(Locale.ROOT, "  %.2f s silent from %s to %s%n", gap.seconds(), text(gap.before()),
                        text(gap.after())));
    }

    private static String text(Progress progress) {
        return progress.percent() + " % " + progress.stage() + Optional.of(progress.stagePercent())
                .filter(percent -> percent > 0).map(percent -> " " + percent + " %").orElse("");
    }
}
