package app.partita.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Waits, on another thread, for what happens on the one that draws. */
final class Laid {

    private Laid() {
    }

    /** Does something there, and waits for the result. */
    static <T> T on(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failed) {
                result.completeExceptionally(failed);
            }
        });
        return result.join();
    }

    /** Does something, on this thread, and gives the nanoseconds until a frame is laid out in which that is true. */
    static long until(Scene scene, BooleanSupplier there, Runnable change) {
        CompletableFuture<Long> laidOut = new CompletableFuture<>();
        Runnable listener = () -> {
            if (there.getAsBoolean()) {
                laidOut.complete(System.nanoTime());
            }
        };
        on(() -> {
            scene.addPostLayoutPulseListener(listener);
            return true;
        });
        long start = System.nanoTime();
        change.run();
        long end = laidOut.join();
        on(() -> {
            scene.removePostLayoutPulseListener(listener);
            return true;
        });
        return end - start;
    }
}
