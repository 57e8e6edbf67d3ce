package app.partita.cli;

import picocli.CommandLine.TypeConversionException;

/** Numbers as they are typed, refused in words that are not Java's. */
final class Numbers {

    private Numbers() {
    }

    static double real(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw refused(text, "a number such as 0.25", e);
        }
    }

    static int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw refused(text, "a whole number", e);
        }
    }

    static long longWhole(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw refused(text, "a whole number", e);
        }
    }

    private static TypeConversionException refused(String text, String wanted, NumberFormatException why) {
        TypeConversionException refused = new TypeConversionException("expected " + wanted + " but was '" + text + "'");
        refused.initCause(why);
        return refused;
    }
}
