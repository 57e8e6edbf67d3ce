package app.partita.cli;

import app.partita.jobs.Job;
import app.partita.jobs.JobFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Says on the terminal how each job goes and ends. */
final class JobReport implements Consumer<Job> {

    private static final int BAR_CELLS = 24;

    private final Terminal terminal;
    private final boolean verbose;
    private final InstantSource clock;
    private final Executor secondLater;
    private int percentShown = -1;
    private Job inBar;
    private Instant toldAt = Instant.EPOCH;
    private boolean ticking;

    /** @param secondLater runs what it is given a second later, on any thread */
    JobReport(Terminal terminal, boolean verbose, InstantSource clock, Executor secondLater) {
        this.terminal = terminal;
        this.verbose = verbose;
        this.clock = clock;
        this.secondLater = secondLater;
    }

    @Override
    public synchronized void accept(Job job) {
        switch (job.state()) {
            case WAITING -> { }
            case RUNNING -> running(job);
            case COMPLETED -> completed(job);
            case FAILED -> failed(job);
            case CANCELLED -> endBar();
        }
    }

    private void running(Job job) {
        int percent = job.progress().percent();
        if (terminal.person()) {
            if (percentShown < 0) {
                terminal.out().println(name(job));
            }
            inBar = job;
            toldAt = clock.instant();
            draw();
            if (!ticking) {
                ticking = true;
                secondLater.execute(this::tick);
            }
        } else if (percent != percentShown) {
            terminal.out().println(name(job) + ": " + percent + "% " + ProgressText.message(job.progress()));
        }
        percentShown = percent;
    }

    /** The clock in the bar goes on while nothing is told. */
    private synchronized void tick() {
        ticking = inBar != null;
        if (ticking) {
            draw();
            secondLater.execute(this::tick);
        }
    }

    private void draw() {
        var progress = inBar.progress();
        Duration elapsed = progress.elapsed().plus(Duration.between(toldAt, clock.instant()));
        int filled = progress.percent() * BAR_CELLS / 100;
        String left = progress.left().map(time -> ", " + ProgressText.left(time)).orElse("");
        terminal.out().print("\r%3d%% [%s%s] %s%s  %s\u001b[K".formatted(progress.percent(), "#".repeat(filled),
                "-".repeat(BAR_CELLS - filled), ProgressText.clock(elapsed), left, ProgressText.message(progress)));
        terminal.out().flush();
    }

    private void completed(Job job) {
        endBar();
        terminal.out().println(name(job) + ": stems in " + printable(job.folder().toString()));
        job.warnings().forEach(warning -> terminal.err().println("partita: " + name(job) + ": warning: " + warning));
    }

    private void failed(Job job) {
        endBar();
        JobFailure failure = job.failure().orElseThrow();
        terminal.err().println("partita: " + printable(job.song().toString()) + ": " + printable(withoutName(failure.cause(), job)));
        terminal.err().println("  next: " + failure.nextStep());
        if (verbose) {
            terminal.err().print(failure.details());
        }
    }

    /** The cause, whose sentence begins with the file's name as a rule, without saying the name twice. */
    private static String withoutName(String cause, Job job) {
        String name = job.song().toString();
        return cause.startsWith(name) ? cause.substring(name.length()).replaceFirst("^[:\\s]+", "") : cause;
    }

    private static String name(Job job) {
        return printable(job.name());
    }

    /** A file's name may hold line breaks, and what a terminal takes for commands. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cc}", "?");
    }

    private void endBar() {
        if (terminal.person() && percentShown >= 0) {
            terminal.out().println();
        }
        percentShown = -1;
        inBar = null;
    }
}
