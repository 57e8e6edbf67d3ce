package app.partita.ui.player;

import app.partita.files.Debounced;
import app.partita.files.WholeFile;
import app.partita.jobs.Job;
import app.partita.player.MixerState;
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
 * Keeps how people mixed their songs and what they set right in them: a small file for each song, apart from the jobs'
 * own, since it is a person's doing. Saved a while after a change, and at the end. Any thread.
 */
public final class SongMemory implements SongKeeper {

    private static final Logger LOG = System.getLogger(SongMemory.class.getName());

    private final Path folder;
    private final Debounced saving;
    private final Map<String, Properties> changed = new HashMap<>();

    /** @param folder made when it is first needed */
    public SongMemory(Path folder, ScheduledExecutorService scheduler) {
        this.folder = folder;
        saving = new Debounced(scheduler, this::save);
    }

    /** How a person left a song's mix; as it is, if nobody touched it or the file cannot be understood. */
    public MixerState mixerOf(Job job) {
        return SongNotes.mixer(notes(job.id()));
    }

    /** What a person set right, in the place of what was found. */
    public Music musicOf(Job job, Music found) {
        return SongNotes.music(notes(job.id()), found, job.seconds());
    }

    @Override
    public void mixer(Job job, MixerState mixer) {
        change(job.id(), SongNotes.of(mixer));
    }

    @Override
    public void music(Job job, Music music) {
        change(job.id(), SongNotes.of(music));
    }

    /** Saves what is not saved yet. */
    public void flush() {
        saving.flush();
    }

    private synchronized void change(String id, Map<String, String> values) {
        Properties notes = notes(id);
        notes.putAll(values);
        changed.put(id, notes);
        saving.changed();
    }

    private synchronized Properties notes(String id) {
        Properties notes = changed.get(id);
        if (notes == null) {
            notes = new Properties();
            try {
                notes.load(new StringReader(Files.readString(file(id))));
            } catch (NoSuchFileException none) {
                LOG.log(Level.TRACE, "nobody touched that song yet", none);
            } catch (IOException | IllegalArgumentException unreadable) {
                LOG.log(Level.WARNING, "what was set for a song cannot be read: " + file(id), unreadable);
            }
        }
        return notes;
    }

    private void save() throws IOException {
        Map<String, Properties> now;
        synchronized (this) {
            now = Map.copyOf(changed);
        }
        for (Map.Entry<String, Properties> song : now.entrySet()) {
            StringWriter text = new StringWriter();
            synchronized (this) {
                song.getValue().store(text, null);
            }
            WholeFile.write(file(song.getKey()), text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private Path file(String id) {
        return folder.resolve(id + ".properties");
    }
}
