package app.partita;

import app.partita.cli.Terminal;
import app.partita.fault.Fault;
import app.partita.jobs.host.LowPriority;
import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

    private static final String SEPARATE = "separate";

    /** Named here, since putting the commands together only to ask for their names would keep the window waiting. */
    static final Set<String> COMMANDS = Set.of(SEPARATE, "models", "demo");

    private Main() {
    }

    /** Runs one command, or the window, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            Wiring wiring = new Wiring(System.getenv(), Terminal.ofProcess());
            if (!isForWindow(arguments)) {
                return commandLine(wiring, arguments[0]).execute(arguments);
            }
            wiring.window().run(Stream.of(arguments).map(Path::of).toList());
            StartArchive.wanted().ifPresent(Main::makeAfterAll);
            return 0;
        } catch (Fault fault) {
            System.err.println("partita: " + fault.getMessage());
            System.err.println("  next: " + fault.nextStep());
            return 1;
        }
    }

    private static CommandLine commandLine(Wiring wiring, String first) {
        return first.equals(SEPARATE) ? wiring.separateCommandLine() : wiring.commandLine();
    }

    private static void makeAfterAll(StartArchive archive) {
        LowPriority.lowerThisThread();
        archive.make();
    }

    /** Nothing, or files, as a desktop's "open with" hands them over; a mistyped command is none. */
    static boolean isForWindow(String[] arguments) {
        if (arguments.length == 0) {
            return true;
        }
        String first = arguments[0];
        return !first.startsWith("-") && !COMMANDS.contains(first)
                && (first.contains(".") || first.contains(File.separator) || new File(first).exists());
    }
}
