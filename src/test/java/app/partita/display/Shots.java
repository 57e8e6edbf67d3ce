package app.partita.display;

import app.partita.ui.FxScene;
import app.partita.ui.Png;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.image.WritableImage;
import javafx.scene.robot.Robot;

/** Pictures of the screen. */
final class Shots {

    private static final int FRAMES = 4;

    private Shots() {
    }

    /** Takes the upper left part of the screen; the size is in the desktop's units. */
    static void take(double width, double height, Path file) {
        awaitFrames();
        WritableImage image = FxScene.on(() ->
                new Robot().getScreenCapture(null, 0, 0, width, height, false));
        try {
            Files.createDirectories(file.getParent());
            Png.write(image, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was changed is on the screen only some frames later. */
    private static void awaitFrames() {
        CompletableFuture<Void> drawn = new CompletableFuture<>();
        FxScene.run(() -> new AnimationTimer() {

            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == FRAMES) {
                    stop();
                    drawn.complete(null);
                }
            }
        }.start());
        drawn.orTimeout(60, TimeUnit.SECONDS).join();
        FxScene.settle();
    }
}
