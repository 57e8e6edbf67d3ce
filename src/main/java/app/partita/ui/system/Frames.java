package app.partita.ui.system;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.stage.Window;

/** Runs things on the thread that draws, just before the next frame is laid out; at once where no window is shown. */
public final class Frames implements Consumer<Runnable> {

    @Override
    public void accept(Runnable work) {
        Platform.runLater(() -> {
            if (Window.getWindows().isEmpty()) {
                work.run();
            } else {
                new NextFrame(work).start();
            }
        });
    }

    /** Without a window no frame may ever come: then the last window's end counts as one. */
    private static final class NextFrame extends AnimationTimer implements InvalidationListener {

        private final Runnable work;

        private NextFrame(Runnable work) {
            this.work = work;
        }

        @Override
        public void start() {
            super.start();
            Window.getWindows().addListener(this);
        }

        @Override
        public void handle(long now) {
            stop();
            Window.getWindows().removeListener(this);
            work.run();
        }

        @Override
        public void invalidated(Observable windows) {
            if (Window.getWindows().isEmpty()) {
                handle(0);
            }
        }
    }
}
