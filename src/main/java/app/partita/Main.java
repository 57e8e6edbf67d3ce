package app.partita;

import app.partita.cli.Terminal;
import app.partita.fault.Fault;

/** Where the program begins. */
public final class Main {

    private Main() {
    }

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        try {
            return new Wiring(System.getenv(), Terminal.ofProcess()).commandLine().execute(arguments);
        } catch (Fault fault) {
            System.err.println("partita: " + fault.getMessage());
            System.err.println("  next: " + fault.nextStep());
            return 1;
        }
    }
}
