package app.partita;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Sends the program's log into files of bounded size that take turns, and to the terminal if that is wanted. */
final class LogFiles {

    private static final int BYTES_EACH = 1 << 20;
    private static final int FILES = 4;

    private final Path folder;
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("app.partita");

    LogFiles(Path folder) {
        this.folder = folder;
    }

    /** Begins to log; a folder that cannot be written leaves the program without log files. */
    void begin(boolean shown) {
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        if (shown) {
            ours.setLevel(Level.FINE);
            add(new ConsoleHandler(), Level.FINE);
        }
        try {
            Files.createDirectories(folder);
            add(new FileHandler(pattern(), BYTES_EACH, FILES, true), Level.INFO);
        } catch (IOException e) {
            ours.log(Level.WARNING, "There will be no log files in " + folder, e);
        }
    }

    /** In a pattern, a percent sign of the folder stands for itself only when doubled. */
    private String pattern() {
        return folder.toString().replace("%", "%%") + "/partita-%u-%g.log";
    }

    private void add(Handler handler, Level level) {
        handler.setLevel(level);
        handler.setFormatter(new Lines());
        root.addHandler(handler);
    }

    /** Time, level, source and message in a line, the stack trace below. */
    private static final class Lines extends Formatter {

        @Override
        public String format(LogRecord record) {
            StringWriter text = new StringWriter();
            PrintWriter lines = new PrintWriter(text);
            LocalDateTime time = LocalDateTime.ofInstant(record.getInstant(), ZoneId.systemDefault());
            lines.printf("%s %-7s %s: %s%n", time.truncatedTo(ChronoUnit.MILLIS), record.getLevel(),
                    record.getLoggerName(), formatMessage(record));
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(lines);
            }
            return text.toString();
        }
    }
}
