package app.partita.jobs;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Work that lets other programs go first if that is wanted when a job begins. What is changed meanwhile holds from the
 * next job on, since a thread that lowered itself cannot rise again.
 */
public final class PoliteWork implements JobWork {

    private final JobWork work;
    private final BooleanSupplier wanted;
    private final Runnable lowerThisThread;

    /**
     * @param wanted          asked once a job
     * @param lowerThisThread lowers the thread of the job, and with it those that it starts
     */
    public PoliteWork(JobWork work, BooleanSupplier wanted, Runnable lowerThisThread) {
        this.work = work;
        this.wanted = wanted;
        this.lowerThisThread = lowerThisThread;
    }

    @Override
    public Job run(Job waiting, Consumer<Job> listener, RunControl control) {
        if (wanted.getAsBoolean()) {
            lowerThisThread.run();
        }
        return work.run(waiting, listener, control);
    }
}
