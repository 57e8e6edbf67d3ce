package app.partita.player;

import app.partita.stems.StemKind;
import java.util.List;

/**
 * The one place where stems are summed, block by block, so that they cannot drift. The settings may come from any
 * thread; {@link #mix} is for one, and neither locks nor allocates.
 */
public final class StemMixer {

    /** @param stems in the order of the tracks that will be mixed */
    public StemMixer(List<StemKind> stems, int channels, int sampleRate) {
    }

    /** From now on mixed like that; what sounds goes there without a click. */
    public void set(MixerState state, Heard heard) {
    }

    /** The next block begins with the settings of now, without going there from those before. */
    public void settle() {
    }

    /**
     * Mixes a block.
     *
     * @param tracks a block of each stem, then one of the original; interleaved, from index 0
     * @param out    filled from index 0
     */
    public void mix(float[][] tracks, float[] out, int frames) {
    }

    /** The highest level of a stem in the mix since this was last asked, as a factor of full scale. */
    public float peak(int stem) {
        return 0;
    }

    /** The highest level of the mix since this was last asked, as a factor of full scale. */
    public float peak() {
        return 0;
    }
}
