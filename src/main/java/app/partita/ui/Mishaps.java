package app.partita.ui;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Hears of failures that nobody caught, on any thread: logs them, and tells the window as soon as there is one. */
final class Mishaps implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = System.getLogger(Mishaps.class.getName());

    private final Executor drawing;
    private Consumer<Throwable> teller;
    private Throwable untold;

    /** @param drawing the thread that draws */
    Mishaps(Executor drawing) {
        this.drawing = drawing;
    }

    /** From now on tells them there, the last one that nobody was told of included. */
    synchronized void tell(Consumer<Throwable> window) {
        teller = window;
        if (untold != null) {
            pass(untold);
            untold = null;
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.log(Level.ERROR, "a failure that nobody caught, on " + thread.getName(), thrown);
        synchronized (this) {
            if (teller == null) {
                untold = thrown;
            } else {
                pass(thrown);
            }
        }
    }

    private void pass(Throwable thrown) {
        Consumer<Throwable> now = teller;
        drawing.execute(() -> {
            try {
                now.accept(thrown);
            } catch (RuntimeException again) {
                // Telling of this one too could go on without end.
                LOG.log(Level.ERROR, "a failure could not be told", again);
            }
        });
    }
}
