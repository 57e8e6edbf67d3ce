package app.partita.jobs;

import app.partita.fault.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Why a job failed.
 *
 * @param cause    one line
 * @param nextStep one line, what a person can do about it
 * @param details  the technical side, many lines
 */
public record JobFailure(String cause, String nextStep, String details) {

    /** The failure as a person may read it; anything but a {@link Fault} is a mistake of the program's own. */
    public static JobFailure of(Throwable thrown) {
        return switch (thrown) {
            case Fault fault -> new JobFailure(oneLine(fault.getMessage()), oneLine(fault.nextStep()), trace(fault));
            case OutOfMemoryError error -> new JobFailure("The memory given to the program did not suffice.",
                    "Use fewer threads or a smaller overlap, and try again.", trace(error));
            default -> new JobFailure("An error inside the program: " + oneLine(thrown.toString()),
                    "Try again; if it comes back, report it with the details.", trace(thrown));
        };
    }

    private static String oneLine(String text) {
        return text == null ? "" : text.replaceAll("\\R+", " ").strip();
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
