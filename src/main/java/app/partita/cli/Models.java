package app.partita.cli;

import app.partita.fault.Fault;
import app.partita.models.Model;
import app.partita.models.ModelCatalogue;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Model names as they are typed. */
final class Models {

    private Models() {
    }

    /** @throws ParameterException if there is no such model: that is a mistake in usage */
    static Model named(ModelCatalogue catalogue, String name, CommandLine command) {
        try {
            return catalogue.find(name);
        } catch (Fault unknown) {
            throw new ParameterException(command, unknown.getMessage() + " " + unknown.nextStep(), unknown);
        }
    }
}
