package app.partita.ui.system;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Plays a song as it is, to hear which one it is. */
public interface Preview {

    /**
     * Begins, or stops if that song is being played.
     *
     * @param failed told why it cannot be played, on the thread that draws
     */
    void toggle(Path song, Consumer<Fault> failed);

    void stop();
}
