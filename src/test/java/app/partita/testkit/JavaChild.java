package app.partita.testkit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A main class of the tests as a process of its own, which may be killed or run as somebody else. */
public final class JavaChild {

    private JavaChild() {
    }

    /** To be started, with its output and errors where the caller wants them. */
    public static ProcessBuilder of(Class<?> main, String... arguments) {
        return new ProcessBuilder(new ArrayList<>(command(main, arguments)));
    }

    /** The command alone. It compiles only quickly, since it does not live long. */
    public static List<String> command(Class<?> main, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java, "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                main.getName()), Stream.of(arguments)).toList();
    }
}
