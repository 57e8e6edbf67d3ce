package app.partita.fault;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A failure that a person can act on: what went wrong, in one line that names the file, and what to do next.
 *
 * <p>Every error that may reach a row of the queue or the terminal is one of these, or is wrapped into one where
 * its meaning is known. The technical cause, if any, stays attached for "copy details". Both lines are English
 * sentences: a line break in them becomes a space, and a final period is added where there is none. Those that people
 * meet often are made by {@link FaultKind}, and can be told in other languages too.
 */
public class Fault extends IOException {

    private static final long serialVersionUID = 1L;
    private static final FaultWords ENGLISH = FaultWords.in(Locale.ROOT);

    private final String nextStep;
    private final transient FaultKind.Known known;

    /**
     * @param cause    one line, naming the file or folder concerned
     * @param nextStep one line, what the person can do about it
     */
    public Fault(String cause, String nextStep) {
        this(cause, nextStep, null);
    }

    /** As {@link #Fault(String, String)}, with the technical failure behind it. */
    public Fault(String cause, String nextStep, Throwable behind) {
        this(cause, nextStep, null, behind);
    }

    Fault(FaultKind.Known known, Throwable behind) {
        this(ENGLISH.cause(known), ENGLISH.nextStep(known), known, behind);
    }

    private Fault(String cause, String nextStep, FaultKind.Known known, Throwable behind) {
        super(sentence(cause), behind);
        this.nextStep = sentence(nextStep);
        this.known = known;
    }

    /** What the person can do about it, in one line. */
    public String nextStep() {
        return nextStep;
    }

    /** What it can be told from in other languages, if it is of a kind that is met often. */
    public Optional<FaultKind.Known> known() {
        return Optional.ofNullable(known);
    }

    /** The same fault, speaking of another file where it spoke of that one; this one is behind it. */
    public Fault renaming(String from, String to) {
        FaultKind.Known renamed = known == null ? null : new FaultKind.Known(known.kind(),
                known.arguments().stream().map(argument -> argument.replace(from, to)).toList());
        return new Fault(getMessage().replace(from, to), nextStep, renamed, this);
    }

    private static String sentence(String text) {
        String line = text.replaceAll("\\R+", " ").strip();
        return line.isEmpty() || ".!?…".indexOf(line.charAt(line.length() - 1)) >= 0 ? line : line + ".";
    }
}
