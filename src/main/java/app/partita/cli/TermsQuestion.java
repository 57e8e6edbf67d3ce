package app.partita.cli;

import app.partita.fault.Fault;
import app.partita.models.Model;
import app.partita.models.ModelStore;
import app.partita.models.ModelTerms;
import app.partita.models.TermsStore;

/** Sees to it that the terms of weights are accepted, once, before they are fetched. */
final class TermsQuestion {

    private final Terminal terminal;
    private final ModelStore models;
    private final TermsStore accepted;
    private final boolean acceptedByEnvironment;

    /** @param acceptedByEnvironment whether the environment in which the program was started accepts the terms */
    TermsQuestion(Terminal terminal, ModelStore models, TermsStore accepted, boolean acceptedByEnvironment) {
        this.terminal = terminal;
        this.models = models;
        this.accepted = accepted;
        this.acceptedByEnvironment = acceptedByEnvironment;
    }

    /** As {@link #requireAccepted}, but for weights that are on this computer already. */
    void require(Model model, boolean acceptedNow) throws Fault {
        if (acceptedNow || acceptedByEnvironment || models.locate(model).isEmpty()) {
            requireAccepted(model, acceptedNow);
        }
    }

    /**
     * Returns if the terms were accepted before, are accepted by {@code acceptedNow}, or by a person who is asked.
     *
     * @throws Fault if they are not accepted
     */
    void requireAccepted(Model model, boolean acceptedNow) throws Fault {
        ModelTerms terms = ModelTerms.DEMUCS;
        if (acceptedNow || acceptedByEnvironment) {
            accepted.accept(terms);
            return;
        }
        if (accepted.isAccepted(terms)) {
            return;
        }
        terminal.err().print(terms.text());
        terminal.err().flush();
        if (!terminal.confirm("Do you accept these terms?")) {
            throw new Fault("The terms of the weights of " + model.name() + " are not accepted.",
                    "Read them above; to accept them, add --accept-terms or set PARTITA_ACCEPT_TERMS=1.");
        }
        accepted.accept(terms);
    }
}
