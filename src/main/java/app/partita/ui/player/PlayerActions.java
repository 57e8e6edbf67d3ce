package app.partita.ui.player;

import app.partita.jobs.Job;
import java.util.Optional;
import javafx.beans.value.ObservableValue;

/** What the player's controls need of the window around it. */
public interface PlayerActions {

    /** The completed row that many places behind the open song's; before it if negative. */
    ObservableValue<Optional<Job>> neighbour(int by);

    /** Asks what of the mix shall be written to a file; gives up the one that is being written. */
    void export();

    /** The percentage of a file that is written; empty while none is. */
    ObservableValue<Optional<Integer>> exporting();
}
