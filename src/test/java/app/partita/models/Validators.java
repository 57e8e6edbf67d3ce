package app.partita.models;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Stands in for the engine's strict check: good weights begin with GOOD. */
final class Validators {

    static final ModelValidator GOOD = Validators::validate;

    private Validators() {
    }

    private static void validate(Model model, Path file) throws Fault {
        try {
            if (!Files.readString(file).startsWith("GOOD")) {
                throw new Fault(file + " is not good", "Use another.");
            }
        } catch (Fault e) {
            throw e;
        } catch (IOException e) {
            throw new Fault(file + " cannot be read", "Use another.", e);
        }
    }
}
