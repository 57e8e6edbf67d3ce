package app.partita.cli;

import app.partita.demo.DemoFiles;
import app.partita.fault.Fault;
import app.partita.jobs.CancelOnExit;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code partita demo}: a song to try it with. */
@Command(name = "demo", description = "Write a short song of our own, with its true stems, to try it with.")
final class DemoCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final DemoFiles demo;

    @Parameters(paramLabel = "DIR", description = "Where to write it; made if it is missing.")
    private Path folder;

    DemoCommand(Terminal terminal, DemoFiles demo) {
        this.terminal = terminal;
        this.demo = demo;
    }

    @Override
    public Integer call() throws Fault {
        try (CancelOnExit exit = new CancelOnExit()) {
            terminal.out().println("demo song: " + demo.writeTo(folder, exit.cancellation()));
        }
        return 0;
    }
}
