package app.partita.ui.models;

import app.partita.models.Model;
import app.partita.models.ModelTerms;
import app.partita.ui.dialogs.Sheet;
import app.partita.ui.dialogs.SheetLayer;
import app.partita.ui.system.FileChoosers;
import app.partita.ui.text.Texts;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Asks for the terms in a sheet. */
public final class TermsSheet {

    private static final double WIDTH = 600;

    private final SheetLayer layer;
    private final Texts texts;
    private final FileChoosers choosers;

    public TermsSheet(SheetLayer layer, Texts texts, FileChoosers choosers) {
        this.layer = layer;
        this.texts = texts;
        this.choosers = choosers;
    }

    /** Shows the question; for the thread that draws. */
    public void ask(Model model, ModelTerms terms, CompletableFuture<TermsAnswer> answer) {
        layer.show(new Sheet(texts.get("terms.heading", model.name()), WIDTH, Sheet.text(texts.get("terms.why")),
                Sheet.text(texts.get("terms." + terms.id())))
                .onDismiss(() -> answer.complete(new TermsAnswer.Declined()))
                .button("terms-decline", texts.get("terms.decline"),
                        () -> answer.complete(new TermsAnswer.Declined()))
                .button("terms-file", texts.get("terms.file"), () -> chooseFile(model, terms, answer))
                .defaultButton("terms-accept", texts.get("terms.accept"),
                        () -> answer.complete(new TermsAnswer.Accepted())));
    }

    private void chooseFile(Model model, ModelTerms terms, CompletableFuture<TermsAnswer> answer) {
        Optional<Path> file = choosers.file(texts.get("choose.weights", model.name()));
        if (file.isPresent()) {
            answer.complete(new TermsAnswer.OwnFile(file.get()));
        } else {
            ask(model, terms, answer);
        }
    }
}
