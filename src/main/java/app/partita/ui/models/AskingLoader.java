package app.partita.ui.models;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import app.partita.jobs.NetworkLoader;
import app.partita.models.Model;
import app.partita.models.ModelCatalogue;
import app.partita.models.ModelStore;
import app.partita.models.ModelTerms;
import app.partita.models.TermsStore;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Before weights are fetched for the first time, asks a person for their terms: once, however many songs wait for the
 * answer.
 */
public final class AskingLoader implements NetworkLoader {

    private static final long LOOK_MILLIS = 200;

    private final NetworkLoader loader;
    private final ModelCatalogue catalogue;
    private final ModelStore store;
    private final TermsStore accepted;
    private final TermsQuestion question;
    private CompletableFuture<TermsAnswer> asked;

    public AskingLoader(NetworkLoader loader, ModelCatalogue catalogue, ModelStore store, TermsStore accepted,
                        TermsQuestion question) {
        this.loader = loader;
        this.catalogue = catalogue;
        this.store = store;
        this.accepted = accepted;
        this.question = question;
    }

    @Override
    public SegmentNetwork load(String name, Listener listener, BooleanSupplier cancelled) throws Fault {
        Model model = catalogue.find(name);
        Optional<CompletableFuture<TermsAnswer>> answer = question(model);
        if (answer.isPresent()) {
            listener.asking();
            try {
                settle(model, answer.get(), cancelled);
            } finally {
                listener.answered();
            }
        }
        return loader.load(name, listener, cancelled);
    }

    private void settle(Model model, CompletableFuture<TermsAnswer> answer, BooleanSupplier cancelled) throws Fault {
        switch (await(answer, cancelled)) {
            case TermsAnswer.Accepted yes -> accepted.accept(ModelTerms.DEMUCS);
            case TermsAnswer.OwnFile own -> importOnce(model, own);
            case TermsAnswer.Declined no -> {
                forget(answer);
                throw FaultKind.TERMS_DECLINED.fault(model.name());
            }
        }
    }

    /** The one question for all songs that wait, if there is one to be asked. */
    private synchronized Optional<CompletableFuture<TermsAnswer>> question(Model model) throws Fault {
        if (store.locate(model).isPresent() || accepted.isAccepted(ModelTerms.DEMUCS)) {
            return Optional.empty();
        }
        if (asked == null) {
            asked = question.ask(model, ModelTerms.DEMUCS);
        }
        return Optional.of(asked);
    }

    private synchronized void forget(CompletableFuture<TermsAnswer> answered) {
        if (asked == answered) {
            asked = null;
        }
    }

    private synchronized void importOnce(Model model, TermsAnswer.OwnFile own) throws Fault {
        if (store.locate(model).isEmpty()) {
            try {
                store.importFile(model, own.file());
            } finally {
                asked = null;
            }
        }
    }

    private static TermsAnswer await(CompletableFuture<TermsAnswer> answer, BooleanSupplier cancelled) {
        while (true) {
            try {
                return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (cancelled.getAsBoolean()) {
                    throw stopped(notYet);
                }
            } catch (InterruptedException | ExecutionException broken) {
                throw stopped(broken);
            }
        }
    }

    private static CancellationException stopped(Exception why) {
        if (why instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        CancellationException stopped = new CancellationException("nobody answered");
        stopped.initCause(why);
        return stopped;
    }
}
