package app.partita.ui.player.wave;

import app.partita.audio.peaks.PeakPyramid;
import app.partita.fault.Fault;

/** What a lane draws. Any thread may read. */
public interface Track {

    PeakPyramid peaks();

    int channels();

    /** Frames a second. */
    int sampleRate();

    /** The samples themselves, interleaved from index 0; zeros where nothing is there. */
    void read(long frame, float[] interleaved, int frames) throws Fault;
}
