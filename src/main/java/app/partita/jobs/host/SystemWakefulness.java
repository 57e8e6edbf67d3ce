package app.partita.jobs.host;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;

/** Keeps this computer awake by the means of its system. */
public final class SystemWakefulness {

    private static final Logger LOG = System.getLogger(SystemWakefulness.class.getName());
    private static final String WHY = "Separating songs";

    private SystemWakefulness() {
    }

    /** The means of the system that this program runs on. */
    public static Wakefulness ofThisSystem() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("win")) {
            return new WindowsWakefulness();
        }
        return byProgram(system.contains("mac") ? caffeinate() : inhibit());
    }

    /** Ends, and lets the computer sleep, when its standard input ends: also if this program is killed. */
    private static List<String> inhibit() {
        return List.of("systemd-inhibit", "--what=idle:sleep", "--who=Partita", "--why=" + WHY, "--mode=block", "cat");
    }

    private static List<String> caffeinate() {
        return List.of("caffeinate", "-i", "-w", Long.toString(ProcessHandle.current().pid()));
    }

    /** Awake as long as that program runs. */
    static Wakefulness byProgram(List<String> command) {
        return () -> {
            try {
                Process child = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD).start();
                LOG.log(Level.DEBUG, "{0} keeps the computer awake", command.getFirst());
                child.onExit().thenAccept(ended -> LOG.log(ended.exitValue() == 1 ? Level.INFO : Level.DEBUG,
                        "{0} ended with {1}", command.getFirst(), ended.exitValue()));
                return child::destroy;
            } catch (IOException missing) {
                LOG.log(Level.INFO, "the computer may fall asleep: {0} cannot be started: {1}", command.getFirst(),
                        missing.getMessage());
                return () -> { };
            }
        };
    }
}
