package app.partita.ui.system;

import java.nio.file.Path;

/** What the rest of the desktop does for the window; all return at once. */
public interface Desktop {

    /** Shows a folder's content, or a file in its folder, in the file manager. */
    void show(Path fileOrFolder);

    /** Says something to a person who looks elsewhere. */
    void tell(String title, String text);

    /** Shows on the program's own icon how far the work is, 0 to 100; below 0: nothing. */
    void progress(int percent);
}
