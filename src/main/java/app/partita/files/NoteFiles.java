package app.partita.files;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Short notes on many things: names and values, in a small file for each thing. Saved a while after a change, and at
 * the end; what cannot be read counts as not noted. Safe for use by several threads.
 */
public final class NoteFiles {

    private static final Logger LOG = System.getLogger(NoteFiles.class.getName());

    private final Path folder;
    private final Debounced saving;
    private final Map<String, Map<String, String>> unsaved = new HashMap<>();

    /** @param folder made when it is first needed */
    public NoteFiles(Path folder, ScheduledExecutorService scheduler) {
        this.folder = folder;
        saving = new Debounced(scheduler, this::save);
    }

    /** What is noted of a thing; reads a file. */
    public Map<String, String> of(String thing) {
        Map<String, String> notes;
        synchronized (this) {
            notes = Map.copyOf(unsaved.getOrDefault(thing, Map.of()));
        }
        Map<String, String> all = read(thing);
        all.putAll(notes);
        return all;
    }

    /** Notes more, or otherwise, of a thing; never waits for a disk. */
    public void note(String thing, Map<String, String> values) {
        synchronized (this) {
            unsaved.computeIfAbsent(thing, first -> new HashMap<>()).putAll(values);
        }
        saving.changed();
    }

    /** Saves what is not saved yet. */
    public void flush() {
        saving.flush();
    }

    private Map<String, String> read(String thing) {
        Properties notes = new Properties();
        try {
            notes.load(new StringReader(Files.readString(file(thing))));
        } catch (NoSuchFileException none) {
            LOG.log(Level.TRACE, "nothing is noted of {0}", thing);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.log(Level.WARNING, "notes cannot be read: " + file(thing), unreadable);
        }
        Map<String, String> values = new HashMap<>();
        notes.stringPropertyNames().forEach(name -> values.put(name, notes.getProperty(name)));
        return values;
    }

    private void save() throws IOException {
        Map<String, Map<String, String>> now = new HashMap<>();
        synchronized (this) {
            unsaved.forEach((thing, values) -> now.put(thing, Map.copyOf(values)));
        }
        for (Map.Entry<String, Map<String, String>> entry : now.entrySet()) {
            Properties notes = new Properties();
            notes.putAll(read(entry.getKey()));
            notes.putAll(entry.getValue());
            StringWriter text = new StringWriter();
            notes.store(text, null);
            WholeFile.write(file(entry.getKey()), text.toString().getBytes(StandardCharsets.UTF_8));
            synchronized (this) {
                unsaved.remove(entry.getKey(), entry.getValue());
            }
        }
    }

    private Path file(String thing) {
        return folder.resolve(thing + ".properties");
    }
}
