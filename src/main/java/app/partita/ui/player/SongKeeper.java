package app.partita.ui.player;

import app.partita.jobs.Job;
import app.partita.player.MixerState;

/** Keeps what a person does to a song in the player, until it is opened again. */
public interface SongKeeper {

    void mixer(Job job, MixerState mixer);

    void music(Job job, Music music);
}
