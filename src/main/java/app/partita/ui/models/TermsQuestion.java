package app.partita.ui.models;

import app.partita.models.Model;
import app.partita.models.ModelTerms;
import java.util.concurrent.CompletableFuture;

/** Asks a person for the terms of weights that are missing. */
@FunctionalInterface
public interface TermsQuestion {

    /** Asks, from any thread. */
    CompletableFuture<TermsAnswer> ask(Model model, ModelTerms terms);
}
