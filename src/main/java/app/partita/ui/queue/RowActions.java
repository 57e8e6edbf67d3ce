package app.partita.ui.queue;

import java.util.List;

/** Does something with rows. */
@FunctionalInterface
public interface RowActions {

    /** @param rows those among them that the action does not suit are left alone */
    void perform(RowAction action, List<JobRow> rows);
}
