package app.partita;

import app.partita.fault.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/**
 * Time, level, source and message in a line, the stack trace below. Messages of the program carry no names of songs from
 * level INFO on; those of exceptions do, so that only their kinds are written where songs are not to be named.
 */
final class LogLines extends Formatter {

    private final boolean named;

    /** @param named whether the messages of exceptions are written */
    LogLines(boolean named) {
        this.named = named;
    }

    @Override
    public String format(LogRecord record) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        LocalDateTime time = LocalDateTime.ofInstant(record.getInstant(), ZoneId.systemDefault());
        lines.printf("%s %-7s %s: %s%n", time.truncatedTo(ChronoUnit.MILLIS), record.getLevel(),
                record.getLoggerName(), formatMessage(record));
        Throwable thrown = record.getThrown();
        if (thrown != null && named) {
            thrown.printStackTrace(lines);
        } else if (thrown != null) {
            printKinds(thrown, lines);
        }
        return text.toString();
    }

    private static void printKinds(Throwable thrown, PrintWriter lines) {
        String lead = "";
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            lines.println(lead + kind(each));
            Arrays.stream(each.getStackTrace()).forEach(frame -> lines.println("\tat " + frame));
            lead = "Caused by: ";
        }
    }

    private static String kind(Throwable thrown) {
        String type = thrown.getClass().getName();
        return thrown instanceof Fault fault
                ? type + fault.known().map(known -> " " + known.kind()).orElse("") : type;
    }
}
