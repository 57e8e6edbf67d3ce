package app.partita.fault;

import java.io.IOException;

/**
 * A failure that a person can act on: what went wrong, in one line that names the file, and what to do next.
 *
 * <p>Every error that may reach a row of the queue or the terminal is one of these, or is wrapped into one where
 * its meaning is known. The technical cause, if any, stays attached for "copy details". Both lines are sentences: a
 * line break in them becomes a space, and a final period is added where there is none.
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
        super(sentence(cause), behind);
        this.nextStep = sentence(nextStep);
    }

    /** What the person can do about it, in one line. */
    public String nextStep() {
        return nextStep;
    }

    private static String sentence(String text) {
        String line = text.replaceAll("\\R+", " ").strip();
        return line.isEmpty() || ".!?…".indexOf(line.charAt(line.length() - 1)) >= 0 ? line : line + ".";
    }
}
