package app.partita.cli;

import app.partita.fault.Fault;
import app.partita.jobs.CancelOnExit;
import app.partita.models.Model;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code partita models}: the networks' weights. */
@Command(name = "models", description = "List, fetch or import the networks' weights.",
        synopsisSubcommandLabel = "COMMAND")
final class ModelsCommand implements Runnable {

    private final Terminal terminal;
    private final Services services;
    private final TermsQuestion terms;

    @Spec
    private CommandSpec spec;

    ModelsCommand(Terminal terminal, Services services, TermsQuestion terms) {
        this.terminal = terminal;
        this.services = services;
        this.terms = terms;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(),
                "Say which: list, fetch, import or where");
    }

    @Command(description = "List the networks, and which are on this computer.")
    int list() {
        for (Model model : services.catalogue().models()) {
            String where = services.store().locate(model).map(Path::toString).orElse("not on this computer yet");
            terminal.out().println(model.name() + "  " + model.summary() + "  (" + where + ")");
        }
        return ExitCode.OK;
    }

    @Command(description = "Fetch a network's weights now, rather than when they are needed first, or again if they are damaged.")
    int fetch(@Parameters(paramLabel = "NAME", description = "As in \"partita models list\".") String name,
              @Option(names = "--accept-terms", description = "Accept the terms of the weights, once and for all.")
              boolean acceptTerms) throws Fault {
        Model model = Models.named(services.catalogue(), name, spec.commandLine());
        Path here = services.store().locateSound(model).orElse(null);
        if (here == null) {
            terms.requireAccepted(model, acceptTerms);
            try (CancelOnExit exit = new CancelOnExit()) {
                here = services.fetcher().fetch(model, new FetchReport(terminal, model), exit.cancellation());
            }
        }
        terminal.out().println(model.name() + ": " + here);
        return ExitCode.OK;
    }

    @Command(name = "import", description = "Use weights that you have: ONNX, PyTorch (.th) or safetensors.")
    int importFile(@Parameters(paramLabel = "FILE", description = "The weights; copied.") Path file,
                   @Option(names = "--model", paramLabel = "NAME",
                           description = "Which network they are of (default: the preferred one).")
                   String name) throws Fault {
        Model model = name == null ? services.catalogue().preferred()
                : Models.named(services.catalogue(), name, spec.commandLine());
        terminal.out().println(model.name() + ": " + services.store().importFile(model, file));
        return ExitCode.OK;
    }

    @Command(description = "Say in which folder the weights are.")
    int where() {
        terminal.out().println(services.store().folder());
        return ExitCode.OK;
    }
}
