package app.partita.testkit;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Delayed;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A scheduler whose time comes when the test says so, on the test's thread. */
public final class FakeScheduler extends ScheduledThreadPoolExecutor {

    private final Queue<Runnable> due = new ArrayDeque<>();

    public FakeScheduler() {
        super(0);
    }

    @Override
    public synchronized ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        due.add(task);
        return new Never(task);
    }

    /** How many tasks wait for their time. */
    public synchronized int waiting() {
        return due.size();
    }

    /** Lets the time of all that waits come. */
    public void elapse() {
        for (Runnable task = next(); task != null; task = next()) {
            task.run();
        }
    }

    private synchronized Runnable next() {
        return due.poll();
    }

    private static final class Never extends FutureTask<Void> implements ScheduledFuture<Void> {

        Never(Runnable task) {
            super(task, null);
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return 0;
        }

        @Override
        public int compareTo(Delayed other) {
            return 0;
        }
    }
}
