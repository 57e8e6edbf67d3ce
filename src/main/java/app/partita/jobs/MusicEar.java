package app.partita.jobs;

import app.partita.analysis.KeyFinder;
import app.partita.analysis.TempoFinder;

/** Finds tempo and key in the first ten minutes of a song. */
public final class MusicEar implements SongEar {

    private final TempoFinder tempo;
    private final KeyFinder key;

    /** @param sampleRate frames a second */
    public MusicEar(int sampleRate, int channels) {
        tempo = new TempoFinder(sampleRate, channels);
        key = new KeyFinder(sampleRate, channels);
    }

    @Override
    public double seconds() {
        return TempoFinder.LISTENS_SECONDS;
    }

    @Override
    public void hear(float[] drums, float[] rest, int frames) {
        tempo.hear(drums, 0, frames);
        key.hear(rest, 0, frames);
    }

    @Override
    public Findings findings(double songSeconds) {
        return new Findings(tempo.beats(songSeconds), key.key());
    }
}
