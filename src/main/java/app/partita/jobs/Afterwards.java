package app.partita.jobs;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What has to be handed to other threads after a change, in the order of the changes and without their lock: by
 * whichever thread comes first. A thread that comes meanwhile leaves its part to that one.
 */
final class Afterwards {

    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean busy;

    synchronized void add(Runnable task) {
        tasks.add(task);
    }

    void run() {
        Runnable next = begin();
        while (next != null) {
            try {
                next.run();
            } catch (RuntimeException | Error broken) {
                end();
                throw broken;
            }
            next = following();
        }
    }

    private synchronized Runnable begin() {
        return busy ? null : following();
    }

    private synchronized Runnable following() {
        Runnable next = tasks.poll();
        busy = next != null;
        return next;
    }

    private synchronized void end() {
        busy = false;
    }
}
