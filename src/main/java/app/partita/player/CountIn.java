package app.partita.player;

import java.util.Arrays;

/**
 * One bar of clicks before a song goes on, in the time of its beats there. For the thread of the sound; neither locks
 * nor allocates.
 */
final class CountIn {

    private final Metronome metronome;
    private final int sampleRate;
    private double nextClick;
    private double interval;
    private int nextBeat;
    private BeatGrid beats;
    private long left;

    CountIn(Metronome metronome, int sampleRate) {
        this.metronome = metronome;
        this.sampleRate = sampleRate;
    }

    /** Whether it still counts. */
    boolean counts() {
        return left > 0;
    }

    /** It is not counted any further. */
    void stop() {
        left = 0;
    }

    /**
     * Begins; the song follows when a whole number of blocks is counted.
     *
     * @param frame from which the song will go on
     * @param tempo as a factor
     */
    void start(BeatGrid grid, double frame, double tempo, int blockFrames) {
        beats = grid;
        double second = frame / sampleRate;
        interval = grid.interval(second) * sampleRate / tempo;
        int upcoming = Math.min(grid.firstFrom(second), grid.count() - 1);
        double phase = (grid.at(upcoming) - second) * sampleRate / tempo;
        phase -= Math.floor(phase / interval) * interval;
        double bar = grid.beatsPerBar() * interval;
        left = (long) Math.ceil(bar / blockFrames) * blockFrames;
        nextClick = left - bar + phase;
        nextBeat = upcoming - grid.beatsPerBar();
    }

    /** Fills a block with the count. */
    void read(float[] out, int channels, int frames) {
        Arrays.fill(out, 0, frames * channels, 0);
        int done = 0;
        while (nextClick < frames) {
            int at = (int) nextClick;
            metronome.sound(out, done, at - done);
            done = at;
            metronome.strike(Math.floorMod(nextBeat, beats.beatsPerBar()) == 0);
            nextBeat++;
            nextClick += interval;
        }
        metronome.sound(out, done, frames - done);
        nextClick -= frames;
        left -= frames;
    }
}
