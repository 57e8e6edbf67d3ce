package app.partita.ui.system;

import java.nio.file.Path;
import java.util.List;

/** The system's clipboard. */
public interface Clipboards {

    void putText(String text);

    /** The files that were copied, in a file manager for instance; none if there are none. */
    List<Path> files();
}
