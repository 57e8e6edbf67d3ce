package app.partita.cli;

import app.partita.fault.Fault;
import app.partita.jobs.CancelOnExit;
import app.partita.jobs.Cancellation;
import app.partita.jobs.Job;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobRunner;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobState;
import app.partita.jobs.NetworkLoader;
import app.partita.jobs.NetworkShelf;
import app.partita.jobs.SongSeparation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code partita separate}: songs in, stems out. */
@Command(name = "separate", description = "Separate songs into stems.", sortOptions = false)
final class SeparateCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final Terminal terminal;
    private final Services services;
    private final TermsQuestion terms;

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private PartitaCommand parent;

    @Mixin
    private SeparateOptions options;

    @Option(names = "--threads", paramLabel = "N", description = "How many threads compute (default: all processors).")
    private Integer threads;

    @Option(names = "--accept-terms", description = "Accept the terms of the model's weights, once and for all.")
    private boolean acceptTerms;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Songs, in any format.")
    private List<Path> files;

    SeparateCommand(Terminal terminal, Services services, TermsQuestion terms) {
        this.terminal = terminal;
        this.services = services;
        this.terms = terms;
    }

    @Override
    public Integer call() throws Fault {
        JobSettings settings = settings();
        int processors = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (processors < 1) {
            throw new ParameterException(spec.commandLine(), "--threads must be at least 1");
        }
        try (NetworkLoader loader = services.networks().apply(processors)) {
            terms.require(Models.named(services.catalogue(), settings.model(), spec.commandLine()), acceptTerms);
            loader.prepare(settings.model());
            return separate(settings, loader);
        }
    }

    private int separate(JobSettings settings, NetworkLoader loader) {
        services.workFolders().removeStale();
        try (CancelOnExit exit = new CancelOnExit();
             NetworkShelf networks = new NetworkShelf(loader)) {
            SongSeparation separation = new SongSeparation(services.audio(), services.workFolders(), networks);
            int code = run(new JobRunner(separation, services.clock()), settings, exit.cancellation());
            // What a slow disk still holds is told already; a little time to clear it away.
            Instant latest = services.clock().instant().plus(PATIENCE);
            separation.awaitLeft(() -> !services.clock().instant().isBefore(latest));
            return code;
        }
    }

    private JobSettings settings() {
        try {
            return options.settings();
        } catch (IllegalArgumentException outOfRange) {
            throw new ParameterException(spec.commandLine(), outOfRange.getMessage(), outOfRange);
        }
    }

    private int run(JobRunner runner, JobSettings settings, Cancellation cancellation) {
        JobPlanner planner = new JobPlanner(services.clock());
        List<Job> jobs = once(files).stream().map(song -> planner.plan(song, settings)).toList();
        JobReport report = new JobReport(terminal, parent.verbose(), services.clock(),
                CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
        List<Job> ended = runner.runAll(jobs, report, cancellation);
        long completed = ended.stream().filter(job -> job.state() == JobState.COMPLETED).count();
        if (cancellation.getAsBoolean()) {
            terminal.err().println("partita: interrupted; " + completed + " of " + jobs.size() + " songs are done");
            terminal.err().println("  next: the same command goes on with the song where it stopped");
            return CommandLines.INTERRUPTED;
        }
        if (jobs.size() > 1) {
            terminal.out().println(completed + " of " + jobs.size() + " songs separated");
        }
        return completed == jobs.size() ? 0 : 1;
    }

    /** Each file once, however often and by whatever path it was given. */
    private static List<Path> once(List<Path> songs) {
        Map<Path, Path> byRealPath = new LinkedHashMap<>();
        songs.forEach(song -> byRealPath.putIfAbsent(real(song), song));
        return List.copyOf(byRealPath.values());
    }

    private static Path real(Path song) {
        try {
            return song.toRealPath();
        } catch (IOException notThere) {
            return song.toAbsolutePath().normalize();
        }
    }
}
