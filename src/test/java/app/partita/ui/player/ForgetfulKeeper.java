package app.partita.ui.player;

import app.partita.jobs.Job;
import app.partita.player.MixerState;

/** Keeps nothing. */
public final class ForgetfulKeeper implements SongKeeper {

    @Override
    public void mixer(Job job, MixerState mixer) { }

    @Override
    public void music(Job job, Music music) { }
}
