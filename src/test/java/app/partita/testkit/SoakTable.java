package app.partita.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * What the long runs write down: a line for each, of what was done, how often, how much was lost, and what else was
 * measured, separated by tabs, in {@code target/soak}.
 */
public final class SoakTable {

    private static final Path FOLDER = Path.of("target", "soak");

    private SoakTable() {
    }

    /**
     * Adds a line.
     *
     * @param kind  names the file
     * @param what  was done
     * @param times how often
     * @param lost  what should not have been lost
     * @param notes other figures, such as {@code slowest 0.4 s}
     */
    public static void add(String kind, String what, long times, long lost, String notes) throws IOException {
        Files.createDirectories(FOLDER);
        String line = String.join("\t", kind, what, Long.toString(times), Long.toString(lost), notes);
        Files.write(FOLDER.resolve(kind + ".tsv"), List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        System.getLogger(SoakTable.class.getName()).log(System.Logger.Level.INFO, line);
    }

    /** How often the long run does something: the system property {@code soak.} and this name, or {@code usually}. */
    public static int times(String name, int usually) {
        return Integer.getInteger("soak." + name, usually);
    }
}
