package app.partita.ui.system;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The window's threads for what may wait: each does one thing after another.
 *
 * @param walks      folders are walked
 * @param orders     the queue is told what a person wants
 * @param disk       the jobs' files are written
 * @param background songs are probed, programs of the desktop started
 * @param pictures   covers are read
 * @param songs      songs are opened for the player
 * @param peaks      waveforms are computed
 * @param exports    mixes are written to files
 * @param later      things are saved some time after they changed
 */
public record Workers(ExecutorService walks, ExecutorService orders, ExecutorService disk, ExecutorService background,
                      ExecutorService pictures, ExecutorService songs, ExecutorService peaks,
                      ExecutorService exports, ScheduledExecutorService later) implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 2;

    /** Starts none of them before there is something to do. */
    public static Workers create() {
        return new Workers(single("walks"), single("orders"), single("disk"), single("background"),
                single("pictures"), single("songs"), single("peaks"),
                single("exports"),
                Executors.newSingleThreadScheduledExecutor(work -> named("later", work)));
    }

    private static ExecutorService single(String name) {
        return Executors.newSingleThreadExecutor(work -> named(name, work));
    }

    private static Thread named(String name, Runnable work) {
        return Thread.ofPlatform().name(name).daemon().unstarted(work);
    }

    /** Waits a little for what was handed over already, such as a last notification. */
    @Override
    public void close() {
        walks.shutdownNow();
        pictures.shutdownNow();
        songs.shutdownNow();
        peaks.shutdownNow();
        List<ExecutorService> ending = List.of(orders, background, disk, exports, later);
        ending.forEach(ExecutorService::shutdown);
        try {
            for (ExecutorService worker : ending) {
                worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
