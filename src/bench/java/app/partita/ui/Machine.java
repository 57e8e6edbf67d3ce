package app.partita.ui;

import app.partita.engine.kernels.Kernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was measured on. */
public final class Machine {

    private Machine() {
    }

    /** In one line, without spaces but in the name of the processor. */
    public static String described() throws IOException {
        return "processor=\"%s\" cores=%d isa=%s java=%s javafx=%s".formatted(processor(),
                Runtime.getRuntime().availableProcessors(), Kernels.best().instructionSet(), Runtime.version().feature(),
                ModuleLayer.boot().findModule("javafx.graphics").flatMap(javafx -> javafx.getDescriptor().rawVersion())
                        .orElse("of unknown version"));
    }

    /** The processor's name, or its architecture where the system does not tell. */
    public static String processor() throws IOException {
        Path known = Path.of("/proc/cpuinfo");
        if (Files.notExists(known)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(known).stream().filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).findFirst()
                .orElse(System.getProperty("os.arch"));
    }
}
