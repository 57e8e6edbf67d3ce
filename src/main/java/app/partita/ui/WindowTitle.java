package app.partita.ui;

import app.partita.jobs.Batch;
import app.partita.ui.text.Texts;

/** What the title bar says. */
final class WindowTitle {

    private WindowTitle() {
    }

    /** Percent and count while there is work, else the name alone. */
    static String of(Batch batch, Texts texts) {
        return batch.busy() && batch.total() > 0
                ? texts.get("title.busy", batch.percent(), batch.done(), batch.total())
                : texts.get("title.idle");
    }
}
