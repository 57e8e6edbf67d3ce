package app.partita.ui.system;

import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** Runs things on the thread that draws, just before the next frame is laid out. */
public final class Frames implements Consumer<Runnable> {

    @Override
    public void accept(Runnable work) {
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                work.run();
            }
        }.start());
    }
}
