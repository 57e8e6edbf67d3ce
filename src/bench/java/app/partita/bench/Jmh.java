package app.partita.bench;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.Main;

/** Runs the JMH benchmarks whose names match the arguments; all of JMH's own options are understood. */
final class Jmh {

    private Jmh() {
    }

    public static void main(String[] arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of("-jvmArgsAppend", "--add-modules=jdk.incubator.vector"));
        all.addAll(List.of(arguments));
        Main.main(all.toArray(String[]::new));
    }
}
