package app.partita.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;

/**
 * How long frames last while something moves, and how much of a processor each takes. JavaFX begins no frame that
 * changes anything before the one before it is painted, so that the time from one to the next is what a person sees.
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
    private double drawing;
    private double rendering;

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
        double drawn = cpuMillis("JavaFX Application Thread");
        double rendered = cpuMillis("QuantumRenderer-0");
        measured.over.join();
        measured.drawing = (cpuMillis("JavaFX Application Thread") - drawn) / measured.times.size();
        measured.rendering = (cpuMillis("QuantumRenderer-0") - rendered) / measured.times.size();
        return measured;
    }

    private static double cpuMillis(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(info -> info != null && info.getThreadName().equals(thread))
                .mapToLong(info -> threads.getThreadCpuTime(info.getThreadId())).sum() * MILLIS;
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
        return String.format(Locale.ROOT, "%6.1f %8.1f %6.1f %6.1f %6.1f %8.1f %9.1f", sorted.size() / ((last - first) * 1e-9),
                rank(sorted, 0.5), rank(sorted, 0.95), rank(sorted, 0.99), sorted.getLast() * MILLIS, drawing, rendering);
    }

    private static double rank(List<Long> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(part * sorted.size()))) * MILLIS;
    }
}
