package app.partita.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/**
 * How long frames last while something moves. JavaFX begins no frame that changes anything before the one before it is
 * painted, so that the time from one to the next is what a person sees.
 */
final class FrameTimes extends AnimationTimer {

    private static final double MILLIS = 1e-6;

    private final IntConsumer motion;
    private final long nanos;
    private final List<Long> times = new ArrayList<>();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private long first;
    private long last;
    private int frame;

    private FrameTimes(IntConsumer motion, double seconds) {
        this.motion = motion;
        this.nanos = Math.round(seconds * 1e9);
    }

    /**
     * Measures for so long; not on the thread that draws.
     *
     * @param motion done before each frame, told its number
     */
    static FrameTimes of(IntConsumer motion, double seconds) {
        FrameTimes measured = new FrameTimes(motion, seconds);
        Laid.on(() -> {
            measured.start();
            return true;
        });
        measured.over.join();
        return measured;
    }

    @Override
    public void handle(long ignored) {
        long now = System.nanoTime();
        if (last == 0) {
            first = now;
        } else {
            times.add(now - last);
        }
        last = now;
        if (now - first > nanos) {
            stop();
            over.complete(null);
        } else {
            motion.accept(frame++);
        }
    }

    @Override
    public String toString() {
        List<Long> sorted = times.stream().sorted().toList();
        return String.format(Locale.ROOT, "%6.1f %8.1f %6.1f %6.1f %6.1f", sorted.size() / ((last - first) * 1e-9),
                rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 0.99), sorted.getLast() * MILLIS);
    }

    private static double rank(List<Long> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size()))) * MILLIS;
    }
}
