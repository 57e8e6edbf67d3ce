package app.partita.cli;

import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the commands write and ask.
 *
 * @param out      results and progress
 * @param err      errors and warnings
 * @param person   whether somebody watches who can be asked, and a line can be written over
 * @param readLine the next line that is typed; empty at the end of input
 */
public record Terminal(PrintStream out, PrintStream err, boolean person, Supplier<Optional<String>> readLine) {

    /** The process's own. */
    public static Terminal ofProcess() {
        var console = System.console();
        boolean person = console != null && console.isTerminal();
        return new Terminal(System.out, System.err, person,
                () -> person ? Optional.ofNullable(console.readLine()) : Optional.empty());
    }

    /** Asks a question that is answered with yes or no; without a person, or without an answer, it is no. */
    boolean confirm(String question) {
        if (!person) {
            return false;
        }
        out.print(question + " [y/N] ");
        out.flush();
        return readLine.get().map(String::strip).filter(answer -> answer.matches("(?i)y(es)?")).isPresent();
    }
}
