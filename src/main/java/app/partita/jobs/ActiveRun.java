package app.partita.jobs;

import java.time.InstantSource;

/** A job that was started and has not returned yet. Its fields are guarded by the queue's lock. */
final class ActiveRun {

    /** What becomes of a run that is cancelled. */
    enum Fate {
        /** A person cancelled it: the job is cancelled. */
        CANCELLED,
        /** A person cancelled it and took that back: the job waits again. */
        AGAIN,
        /** The program ends: the job waits again at the next start, as its file says already. */
        KEPT,
        /** Its row is over or gone: nothing that it says counts any more. */
        FORGOTTEN
    }

    final String id;
    final RunControl control;
    Fate fate = Fate.CANCELLED;
    /** It told that its job is over: what becomes of that afterwards is not its concern. */
    boolean over;

    ActiveRun(String id, InstantSource clock) {
        this.id = id;
        this.control = new RunControl(clock);
    }

    /** Whether it was asked to stop. */
    boolean cancelled() {
        return control.cancellation().getAsBoolean();
    }

    void forget() {
        fate = Fate.FORGOTTEN;
        control.cancel();
    }
}
