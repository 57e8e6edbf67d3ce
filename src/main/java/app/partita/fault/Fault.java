package app.partita.fault;

import java.io.IOException;

/**
 * A failure that a person can act on: what went wrong, in one line that names the file, and what to do next.
 *
 * <p>Every error that may reach a row of the queue or the terminal is one of these, or is wrapped into one where
 * its meaning is known. The technical cause, if any, stays attached for "copy details".
 */
public class Fault extends IOException {

    private static final long serialVersionUID = 1L;

    private final String nextStep;

    /**
     * @param cause    one line, naming the file or folder concerned
     * @param nextStep one line, what the person can do about it
     */
    public Fault(String cause, String nextStep) {
        this(cause, nextStep, null);
    }

    /** As {@link #Fault(String, String)}, with the technical failure behind it. */
    public Fault(String cause, String nextStep, Throwable behind) {
        super(cause, behind);
        this.nextStep = nextStep;
    }

    /** What the person can do about it, in one line. */
    public String nextStep() {
        return nextStep;
    }
}
