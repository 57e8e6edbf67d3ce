package app.partita.ui.player;

import app.partita.files.NoteFiles;
import app.partita.jobs.Job;
import app.partita.player.MixerState;

/**
 * Keeps how people mixed their songs and what they set right in them, apart from the jobs' own files, since it is a
 * person's doing.
 */
public final class SongMemory implements SongKeeper {

    private final NoteFiles files;

    public SongMemory(NoteFiles files) {
        this.files = files;
    }

    /** How a person left a song's mix; reads a file. */
    MixerState mixerOf(Job job) {
        return SongNotes.mixer(files.of(job.id()));
    }

    /** What a person set right, in the place of what was found; reads a file. */
    Music musicOf(Job job, Music found) {
        return SongNotes.music(files.of(job.id()), found, job.seconds());
    }

    @Override
    public void mixer(Job job, MixerState mixer) {
        files.note(job.id(), SongNotes.of(mixer));
    }

    @Override
    public void music(Job job, Music music) {
        files.note(job.id(), SongNotes.of(music));
    }

    /** Saves what is not saved yet. */
    public void flush() {
        files.flush();
    }
}
