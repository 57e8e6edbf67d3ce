package app.partita.engine.weights;

import app.partita.fault.Fault;

/** Faults of a weights file, with names out of the file made safe to print. */
final class Damage {

    private static final int LONGEST_NAME = 120;
    private static final String NEXT_STEP =
            "Fetch the weights again (partita models fetch htdemucs) or import another file.";

    private Damage() {
    }

    /** A fault of the file {@code origin}; {@code detail} completes the line. */
    static Fault in(String origin, String detail) {
        return in(origin, detail, null);
    }

    static Fault in(String origin, String detail, Throwable behind) {
        return new Fault(origin + ": " + detail, NEXT_STEP, behind);
    }

    static Fault cutShort(String origin) {
        return in(origin, "the weights file is cut short or damaged");
    }

    /** A name that a stranger chose, without control characters and not longer than a line. */
    static String printable(String name) {
        String cut = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "…";
        return cut.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
