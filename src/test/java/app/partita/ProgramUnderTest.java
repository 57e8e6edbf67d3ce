package app.partita;

import app.partita.cli.Terminal;
import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens the program's own wiring to tests of other packages. */
public final class ProgramUnderTest {

    private ProgramUnderTest() {
    }

    /** As {@link Main} opens the window with these songs; returns when it is over. */
    public static void window(Map<String, String> environment, List<Path> songs) throws Fault {
        new Wiring(environment, Terminal.ofProcess()).window().run(songs);
    }

    /** As {@link Main} runs a command; returns its exit code. */
    public static int command(Map<String, String> environment, String... arguments) throws Fault {
        return new Wiring(environment, Terminal.ofProcess()).commandLine().execute(arguments);
    }
}
