package app.partita.ui.player;

import app.partita.fault.Fault;
import app.partita.jobs.Job;
import java.util.function.Consumer;

/** Opens songs of the queue for the player, away from the thread that draws. */
@FunctionalInterface
public interface SongOpener {

    /**
     * Opens the stems of a job: finished ones, those that are being made, or without any the song alone.
     *
     * @param opened told on the thread that draws, as {@code failed}: one of them, once
     */
    void open(Job job, Consumer<OpenedSong> opened, Consumer<Fault> failed);
}
