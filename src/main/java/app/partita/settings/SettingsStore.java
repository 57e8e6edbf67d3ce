package app.partita.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Keeps the settings in a file. Safe for use by several threads. */
public final class SettingsStore implements AutoCloseable {

    /** Reads the file; without one, or with a damaged one, which is put aside, the settings are the default. */
    public SettingsStore(Path file, ScheduledExecutorService scheduler) {
    }

    public Settings settings() {
        throw new UnsupportedOperationException();
    }

    /** Where a damaged file was put at the start, if there was one. */
    public Optional<Path> setAside() {
        throw new UnsupportedOperationException();
    }

    /** Changes settings at once, tells the listeners on this thread, and saves a little later. */
    public void change(UnaryOperator<Settings> change) {
        throw new UnsupportedOperationException();
    }

    /** From now on told of changes. */
    public void listen(Consumer<Settings> listener) {
        throw new UnsupportedOperationException();
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
    }
}
