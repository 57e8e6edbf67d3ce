package app.partita.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Brings news to listeners: one after the other, in the order in which they were put in, by whichever thread comes
 * first; a thread that comes while another one delivers leaves its news to that one.
 */
final class Outbox {

    private static final Logger LOG = System.getLogger(Outbox.class.getName());

    private final Supplier<Batch> batch;
    private final Queue<Runnable> news = new ArrayDeque<>();
    private final List<QueueListener> listeners = new ArrayList<>();
    private boolean batchDue;
    private boolean delivering;

    /** @param batch asked, without a lock of this, when the others are told and the batch changed */
    Outbox(Supplier<Batch> batch) {
        this.batch = batch;
    }

    /** From the news put in after this, told of all; before them, told what is there now. */
    synchronized void join(QueueListener listener, List<Job> all) {
        news.add(() -> {
            listeners.add(listener);
            safely(listener, told -> told.structure(all));
        });
        batchDue = true;
    }

    synchronized void put(Consumer<QueueListener> message) {
        news.add(() -> listeners.forEach(listener -> safely(listener, message)));
    }

    /** The batch changed, or may have. */
    synchronized void batchChanged() {
        batchDue = true;
    }

    /** Tells all that was put in, unless another call is doing that. */
    void deliver() {
        Runnable next = begin();
        while (next != null) {
            next.run();
            next = following();
        }
    }

    private synchronized Runnable begin() {
        if (delivering) {
            return null;
        }
        delivering = true;
        return following();
    }

    private synchronized Runnable following() {
        Runnable next = news.poll();
        if (next == null && batchDue) {
            batchDue = false;
            return this::tellBatch;
        }
        delivering = next != null;
        return next;
    }

    private void tellBatch() {
        Batch now = batch.get();
        listeners.forEach(listener -> safely(listener, told -> told.batch(now)));
    }

    private static void safely(QueueListener listener, Consumer<QueueListener> message) {
        try {
            message.accept(listener);
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "a listener of the queue broke", broken);
        }
    }
}
