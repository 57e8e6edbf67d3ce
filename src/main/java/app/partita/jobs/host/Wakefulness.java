package app.partita.jobs.host;

/** Keeps the computer from falling asleep. */
@FunctionalInterface
public interface Wakefulness {

    /** Leaves the computer alone. */
    Wakefulness NONE = () -> () -> { };

    /** Keeps it awake until what is returned is closed; where that is not possible, logs why and does nothing. */
    Hold hold();

    /** While open, the computer stays awake. */
    @FunctionalInterface
    interface Hold extends AutoCloseable {

        @Override
        void close();
    }
}
