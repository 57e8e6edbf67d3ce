package app.partita.ui.system;

import java.awt.GraphicsEnvironment;
import java.awt.Taskbar;

/** Progress on the program's icon in the Dock. */
final class DockProgress {

    private DockProgress() {
    }

    static void show(int percent) {
        if (!GraphicsEnvironment.isHeadless() && Taskbar.isTaskbarSupported()
                && Taskbar.getTaskbar().isSupported(Taskbar.Feature.PROGRESS_VALUE)) {
            Taskbar.getTaskbar().setProgressValue(percent);
        }
    }
}
