package app.partita.settings;

import app.partita.files.Debounced;
import app.partita.files.WholeFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Keeps the settings in a file. Safe for use by several threads. */
public final class SettingsStore implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SettingsStore.class.getName());
    private static final String DAMAGED = "damaged";

    private final Path file;
    private final Debounced saving;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private final SettingsJson json = new SettingsJson();
    private volatile Settings settings = Settings.DEFAULT;
    private volatile boolean writable = true;
    private Optional<Path> setAside = Optional.empty();

    /**
     * Reads the file; without one, or with a damaged one, which is put aside, the settings are the default. A file of a
     * newer version is read as far as it is understood, and not written.
     *
     * @param scheduler on which the file is written, some time after a change
     */
    public SettingsStore(Path file, ScheduledExecutorService scheduler) {
        this.file = file;
        this.saving = new Debounced(scheduler, this::save);
        read();
    }

    public Settings settings() {
        return settings;
    }

    /** Where a damaged file was put at the start, if there was one. */
    public Optional<Path> setAside() {
        return setAside;
    }

    /** Changes settings at once, tells the listeners on this thread, and saves a little later. */
    public void change(UnaryOperator<Settings> change) {
        Settings changed;
        synchronized (this) {
            changed = change.apply(settings);
            if (changed.equals(settings)) {
                return;
            }
            settings = changed;
        }
        saving.changed();
        listeners.forEach(listener -> listener.accept(changed));
    }

    /** From now on told of changes. */
    public void listen(Consumer<Settings> listener) {
        listeners.add(listener);
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
        saving.flush();
    }

    private void read() {
        try {
            settings = json.read(Files.readAllBytes(file));
            writable = !json.newer();
        } catch (NoSuchFileException none) {
            LOG.log(Level.DEBUG, "no settings yet");
        } catch (SettingsJson.Damaged damaged) {
            LOG.log(Level.WARNING, "the settings are damaged", damaged);
            putAside();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the settings cannot be read: " + file, e);
            writable = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private void putAside() {
        try {
            setAside = Optional.of(WholeFile.setAside(file, file.resolveSibling(DAMAGED)));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the damaged settings stay where they are and are not written", e);
            writable = false;
        }
    }

    private void save() throws IOException {
        if (writable) {
            WholeFile.write(file, json.write(settings));
        }
    }
}
