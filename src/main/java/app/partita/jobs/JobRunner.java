package app.partita.jobs;

import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Runs jobs one after another, while the calling thread waits. */
public final class JobRunner implements JobWork {

    private static final Logger LOG = System.getLogger(JobRunner.class.getName());

    private final SongSeparation separation;
    private final InstantSource clock;
    private final Checksums checksums;
    private final String version;
    private final Consumer<Job> announce;
    private final Executor pace;

    /** One that counts no checksums. */
    public JobRunner(SongSeparation separation, InstantSource clock) {
        this(separation, clock, Checksums.NONE, "");
    }

    /** @param version of this program, to be kept with the jobs */
    public JobRunner(SongSeparation separation, InstantSource clock, Checksums checksums, String version) {
        this(separation, clock, checksums, version, _ -> { });
    }

    /**
     * @param version  of this program, to be kept with the jobs
     * @param announce told of each job as it will be completed, just before its stems appear
     */
    public JobRunner(SongSeparation separation, InstantSource clock, Checksums checksums, String version,
                     Consumer<Job> announce) {
        this(separation, clock, checksums, version, announce, Heartbeat.pace());
    }

    /** @param pace runs something when it is time to tell that a job still runs */
    JobRunner(SongSeparation separation, InstantSource clock, Checksums checksums, String version,
              Consumer<Job> announce, Executor pace) {
        this.separation = separation;
        this.clock = clock;
        this.checksums = checksums;
        this.version = version;
        this.announce = announce;
        this.pace = pace;
    }

    /**
     * Runs all jobs in turn; one that fails does not stop the others, the wish to stop cancels all that are left.
     *
     * @param listener told of every change of each job
     * @return the jobs as they ended
     */
    public List<Job> runAll(List<Job> jobs, Consumer<Job> listener, Cancellation cancellation) {
        List<Job> ended = new ArrayList<>();
        for (Job job : jobs) {
            ended.add(run(job, listener, cancellation));
        }
        return ended;
    }

    /** As below, without a pause. */
    public Job run(Job waiting, Consumer<Job> listener, Cancellation cancellation) {
        return run(waiting, listener, new RunControl(clock, cancellation));
    }

    @Override
    public Job run(Job waiting, Consumer<Job> listener, RunControl control) {
        if (control.cancellation().getAsBoolean()) {
            return told(waiting.cancelled(clock.instant()), listener);
        }
        Job running = told(waiting.begun(clock.instant(), version), listener);
        LOG.log(Level.INFO, "job {0} begins: {1}, {2}", running.id(), running.settings().model(),
                running.settings().format().id());
        Telling telling = new Telling(running, listener);
        ProgressMeter meter = new ProgressMeter(control.workingTime(),
                progress -> telling.tell(job -> job.at(progress)));
        Job ended = end(telling, meter, control);
        LOG.log(Level.INFO, "job {0} ended: {1}", ended.id(), ended.state());
        return told(ended, listener);
    }

    private Job end(Telling telling, ProgressMeter meter, RunControl control) {
        Cancellation cancellation = control.cancellation();
        try (Heartbeat _ = new Heartbeat(meter::alive, pace)) {
            SongSeparation.Separated separated = separation.run(telling.now(), keeping(telling),
                    facts -> telling.tell(job -> job.with(facts)), meter, control);
            meter.complete();
            return completed(telling.end(), separated);
        } catch (CancellationException stopped) {
            return telling.end().cancelled(clock.instant());
        } catch (Fault fault) {
            if (cancellation.getAsBoolean()) {
                return telling.end().cancelled(clock.instant());
            }
            LOG.log(Level.DEBUG, "job " + telling.now().id() + " failed", fault);
            return telling.end().failed(clock.instant(), JobFailure.of(fault));
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "job " + telling.now().id() + " broke", broken);
            return telling.end().failed(clock.instant(), JobFailure.of(broken));
        } finally {
            meter.stop();
        }
    }

    private SongSeparation.Keeping keeping(Telling telling) {
        return new SongSeparation.Keeping(checksums,
                separated -> announce.accept(completed(telling.now(), separated)));
    }

    private Job completed(Job running, SongSeparation.Separated separated) {
        return running.completed(clock.instant(), separated.warnings(), separated.result());
    }

    private static Job told(Job job, Consumer<Job> listener) {
        listener.accept(job);
        return job;
    }

    /** Tells of a job while it runs: those who still work for it after that are not heard. */
    private static final class Telling {

        private final Consumer<Job> listener;
        private Job now;
        private boolean ended;

        Telling(Job now, Consumer<Job> listener) {
            this.now = now;
            this.listener = listener;
        }

        synchronized Job now() {
            return now;
        }

        synchronized void tell(UnaryOperator<Job> change) {
            if (!ended) {
                now = change.apply(now);
                listener.accept(now);
            }
        }

        synchronized Job end() {
            ended = true;
            return now;
        }
    }
}
