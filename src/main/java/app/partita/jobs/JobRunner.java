package app.partita.jobs;

import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Runs jobs on the calling thread, one after another. */
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
        AtomicReference<Job> now = new AtomicReference<>(running);
        ProgressMeter meter = new ProgressMeter(control.workingTime(),
                progress -> listener.accept(now.updateAndGet(job -> job.at(progress))));
        Job ended = end(now, listener, meter, control);
        LOG.log(Level.INFO, "job {0} ended: {1}", ended.id(), ended.state());
        return told(ended, listener);
    }

    private Job end(AtomicReference<Job> now, Consumer<Job> listener, ProgressMeter meter, RunControl control) {
        Cancellation cancellation = control.cancellation();
        try (Heartbeat _ = new Heartbeat(meter::alive, pace)) {
            SongSeparation.Separated separated = separation.run(now.get(), keeping(now),
                    facts -> listener.accept(now.updateAndGet(job -> job.with(facts))), meter, control);
            meter.complete();
            return completed(now.get(), separated);
        } catch (CancellationException stopped) {
            return now.get().cancelled(clock.instant());
        } catch (Fault fault) {
            if (cancellation.getAsBoolean()) {
                return now.get().cancelled(clock.instant());
            }
            LOG.log(Level.DEBUG, "job " + now.get().id() + " failed", fault);
            return now.get().failed(clock.instant(), JobFailure.of(fault));
        } catch (RuntimeException | Error broken) {
            LOG.log(Level.ERROR, "job " + now.get().id() + " broke", broken);
            return now.get().failed(clock.instant(), JobFailure.of(broken));
        } finally {
            meter.stop();
        }
    }

    private SongSeparation.Keeping keeping(AtomicReference<Job> now) {
        return new SongSeparation.Keeping(checksums, separated -> announce.accept(completed(now.get(), separated)));
    }

    private Job completed(Job running, SongSeparation.Separated separated) {
        return running.completed(clock.instant(), separated.warnings(), separated.result());
    }

    private static Job told(Job job, Consumer<Job> listener) {
        listener.accept(job);
        return job;
    }
}
