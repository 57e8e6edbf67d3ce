package app.partita;

import app.partita.cli.Terminal;
import app.partita.fault.Fault;
import java.io.File;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

    private Main() {
    }

    /** Runs one command, or the window, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            Wiring wiring = new Wiring(System.getenv(), Terminal.ofProcess());
            CommandLine commands = wiring.commandLine();
            if (!isForWindow(arguments, commands.getSubcommands().keySet())) {
                return commands.execute(arguments);
            }
            wiring.window().run(Stream.of(arguments).map(Path::of).toList());
            return 0;
        } catch (Fault fault) {
            System.err.println("partita: " + fault.getMessage());
            System.err.println("  next: " + fault.nextStep());
            return 1;
        }
    }

    /** Nothing, or files, as a desktop's "open with" hands them over; a mistyped command is none. */
    static boolean isForWindow(String[] arguments, Set<String> commands) {
        if (arguments.length == 0) {
            return true;
        }
        String first = arguments[0];
        return !first.startsWith("-") && !commands.contains(first)
                && (first.contains(".") || first.contains(File.separator) || new File(first).exists());
    }
}
