package app.partita.jobs;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * Why a job failed.
 *
 * @param cause    one line
 * @param nextStep one line, what a person can do about it
 * @param details  the technical side, many lines
 * @param known    what it can be told from in other languages, if it is of a kind that is met often
 */
public record JobFailure(String cause, String nextStep, String details, Optional<FaultKind.Known> known) {

    /** One of no particular kind. */
    public JobFailure(String cause, String nextStep, String details) {
        this(cause, nextStep, details, Optional.empty());
    }

    /** The failure as a person may read it; anything but a {@link Fault} is a mistake of the program's own. */
    public static JobFailure of(Throwable thrown) {
        Fault fault = switch (thrown) {
            case Fault told -> told;
            case OutOfMemoryError error -> FaultKind.OUT_OF_MEMORY.because(error);
            default -> FaultKind.INTERNAL.because(thrown, thrown);
        };
        return new JobFailure(fault.getMessage(), fault.nextStep(), trace(thrown), fault.known());
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
