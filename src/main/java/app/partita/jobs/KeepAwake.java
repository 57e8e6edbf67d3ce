package app.partita.jobs;

import app.partita.jobs.host.Wakefulness;
import java.util.concurrent.Executor;

/** Keeps the computer awake while that is wanted; the asking itself may take a while and is done elsewhere. */
final class KeepAwake {

    private final Wakefulness awake;
    private final Executor executor;
    private boolean wanted;
    private Wakefulness.Hold hold;

    KeepAwake(Wakefulness awake, Executor executor) {
        this.awake = awake;
        this.executor = executor;
    }

    /** Whether that changes what was wanted; if so, {@link #apply} shall follow. */
    synchronized boolean want(boolean now) {
        boolean changed = now != wanted;
        wanted = now;
        return changed;
    }

    void apply() {
        executor.execute(this::applyHere);
    }

    private synchronized void applyHere() {
        if (wanted && hold == null) {
            hold = awake.hold();
        } else if (!wanted && hold != null) {
            hold.close();
            hold = null;
        }
    }
}
