package app.partita.ui;

import app.partita.jobs.Batch;
import app.partita.ui.system.Desktop;
import app.partita.ui.text.Texts;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tells the desktop about the batch: on the program's icon all the time, and once when all is done unseen. */
final class BatchWatch {

    private final Desktop desktop;
    private final Supplier<Texts> texts;
    private final BooleanSupplier inFront;
    private boolean busy;
    private int shown = -1;

    /** @param inFront whether a person looks at the window */
    BatchWatch(Desktop desktop, Supplier<Texts> texts, BooleanSupplier inFront) {
        this.desktop = desktop;
        this.texts = texts;
        this.inFront = inFront;
    }

    void show(Batch batch) {
        int percent = batch.busy() ? batch.percent() : -1;
        if (percent != shown) {
            shown = percent;
            desktop.progress(percent);
        }
        if (busy && !batch.busy() && batch.total() > 0 && !inFront.getAsBoolean()) {
            int failed = batch.failed();
            desktop.tell(texts.get().get("title.idle"), failed == 0
                    ? texts.get().get("batch.done", batch.done())
                    : texts.get().get("batch.done.failed", batch.done(), failed));
        }
        busy = batch.busy();
    }
}
