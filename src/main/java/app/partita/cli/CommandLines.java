package app.partita.cli;

import app.partita.demo.DemoFiles;
import app.partita.fault.Fault;
import app.partita.jobs.JobFailure;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.RunLast;

/**
 * Puts the commands together. Exit codes: 0 all done, 1 something failed, 2 wrong usage, 130 interrupted.
 */
public final class CommandLines {

    static final int INTERRUPTED = 130;

    private CommandLines() {
    }

    /** Where the program's log goes. */
    @FunctionalInterface
    public interface Log {

        /** @param shown whether it shall be seen on the terminal, too */
        void begin(boolean shown);
    }

    /**
     * The whole command line.
     *
     * @param environment of the process, for {@code PARTITA_ACCEPT_TERMS}
     * @param log         begun before a command runs
     */
    public static CommandLine of(Terminal terminal, String version, Services services,
                                 Map<String, String> environment, Log log) {
        TermsQuestion terms = new TermsQuestion(terminal, services.store(), services.acceptedTerms(),
                "1".equals(environment.get("PARTITA_ACCEPT_TERMS")));
        return of(terminal, version, List.of(new SeparateCommand(terminal, services, terms),
                new ModelsCommand(terminal, services, terms),
                new DemoCommand(terminal, new DemoFiles(services.audio()))), log);
    }

    private static CommandLine of(Terminal terminal, String version, List<Object> commands, Log log) {
        PartitaCommand root = new PartitaCommand();
        CommandLine line = new CommandLine(root);
        commands.forEach(line::addSubcommand);
        line.registerConverter(double.class, Numbers::real);
        line.registerConverter(int.class, Numbers::whole);
        line.registerConverter(Integer.class, Numbers::whole);
        line.registerConverter(Long.class, Numbers::longWhole);
        line.getCommandSpec().version("partita " + version);
        line.setOut(new PrintWriter(terminal.out(), true));
        line.setErr(new PrintWriter(terminal.err(), true));
        line.setExecutionStrategy(parsed -> {
            if (parsed.asCommandLineList().stream()
                    .noneMatch(command -> command.isUsageHelpRequested() || command.isVersionHelpRequested())) {
                log.begin(root.verbose());
            }
            return new RunLast().execute(parsed);
        });
        line.setExecutionExceptionHandler((thrown, command, parsed) -> failed(terminal, root.verbose(), thrown));
        return line;
    }

    private static int failed(Terminal terminal, boolean verbose, Exception thrown) {
        if (thrown instanceof CancellationException) {
            return INTERRUPTED;
        }
        JobFailure failure = JobFailure.of(thrown);
        terminal.err().println("partita: " + failure.cause());
        terminal.err().println("  next: " + failure.nextStep());
        if (verbose) {
            terminal.err().print(failure.details());
        } else if (!(thrown instanceof Fault)) {
            terminal.err().println("  details: the same command with --verbose");
        }
        return ExitCode.SOFTWARE;
    }
}
