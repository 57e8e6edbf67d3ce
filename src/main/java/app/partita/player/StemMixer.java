package app.partita.player;

import app.partita.stems.StemKind;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * The one place where stems are summed, block by block, so that they cannot drift. The settings may come from any
 * thread; {@link #mix} is for one, and neither locks nor allocates.
 *
 * <p>The original is one more track, of which either all is heard or nothing. Every change of a factor is a line of
 * 10 ms, so that it cannot be heard as a click; with all at unity the sum is the stems', to the last bit.
 */
public final class StemMixer {

    private static final int RAMPS_A_SECOND = 100;

    private final List<StemKind> stems;
    private final int channels;
    private final int rampFrames;
    private final AtomicIntegerArray peaks;
    private final float[] gains;
    private final float[] steps;
    private float[] aim;
    private int rampLeft;
    private volatile float[] targets;

    /** @param stems in the order of the tracks that will be mixed */
    public StemMixer(List<StemKind> stems, int channels, int sampleRate) {
        this.stems = List.copyOf(stems);
        this.channels = channels;
        rampFrames = Math.max(1, sampleRate / RAMPS_A_SECOND);
        peaks = new AtomicIntegerArray(stems.size() + 1);
        gains = new float[(stems.size() + 1) * channels];
        steps = new float[gains.length];
        targets = factors(MixerState.UNITY, Heard.STEMS);
        aim = targets;
        settle();
    }

    /** From now on mixed like that; what sounds goes there without a click. */
    public void set(MixerState state, Heard heard) {
        targets = factors(state, heard);
    }

    private float[] factors(MixerState state, Heard heard) {
        float[] factors = new float[gains.length];
        double master = Decibels.factor(state.masterDb());
        for (int track = 0; track < stems.size(); track++) {
            if (heard == Heard.STEMS && state.audible(stems.get(track), stems)) {
                Strip strip = state.strip(stems.get(track));
                for (int channel = 0; channel < channels; channel++) {
                    factors[track * channels + channel] = (float) (master * strip.factor(channel, channels));
                }
            }
        }
        if (heard == Heard.ORIGINAL) {
            Arrays.fill(factors, stems.size() * channels, factors.length, (float) master);
        }
        return factors;
    }

    /** The next block begins with the settings of now, without a way there from those before. For the mixing thread. */
    public void settle() {
        aim = targets;
        System.arraycopy(aim, 0, gains, 0, gains.length);
        rampLeft = 0;
    }

    /**
     * Mixes a block.
     *
     * @param tracks a block of each stem, then one of the original; interleaved, from index 0
     * @param out    filled from index 0
     */
    public void mix(float[][] tracks, float[] out, int frames) {
        aimAtTargets();
        Arrays.fill(out, 0, frames * channels, 0);
        int ramped = Math.min(rampLeft, frames);
        for (int track = 0; track <= stems.size(); track++) {
            float peak = 0;
            for (int channel = 0; channel < channels; channel++) {
                peak = Math.max(peak, addRamp(track, channel, tracks[track], out, ramped));
                peak = Math.max(peak, add(track, channel, tracks[track], out, ramped, frames));
            }
            if (track < stems.size()) {
                raise(track, peak);
            }
        }
        rampLeft -= ramped;
        raise(stems.size(), highest(out, frames * channels));
    }

    private void aimAtTargets() {
        float[] now = targets;
        if (now != aim) {
            aim = now;
            rampLeft = rampFrames;
            for (int i = 0; i < gains.length; i++) {
                steps[i] = (aim[i] - gains[i]) / rampFrames;
            }
        }
    }

    private float addRamp(int track, int channel, float[] sound, float[] out, int ramped) {
        int at = track * channels + channel;
        float gain = gains[at];
        float peak = 0;
        for (int i = 0, place = channel; i < ramped; i++, place += channels) {
            gain += steps[at];
            float value = gain * sound[place];
            out[place] += value;
            peak = Math.max(peak, Math.abs(value));
        }
        gains[at] = rampLeft == ramped ? aim[at] : gain;
        return peak;
    }

    private float add(int track, int channel, float[] sound, float[] out, int from, int frames) {
        float gain = gains[track * channels + channel];
        float peak = 0;
        if (gain == 0) {
            return peak;
        }
        for (int i = from, place = from * channels + channel; i < frames; i++, place += channels) {
            float value = gain * sound[place];
            out[place] += value;
            peak = Math.max(peak, Math.abs(value));
        }
        return peak;
    }

    private static float highest(float[] sound, int count) {
        float peak = 0;
        for (int i = 0; i < count; i++) {
            peak = Math.max(peak, Math.abs(sound[i]));
        }
        return peak;
    }

    /** Floats that are not negative have the order of their bits. */
    private void raise(int meter, float peak) {
        peaks.accumulateAndGet(meter, Float.floatToRawIntBits(peak), Math::max);
    }

    /** The highest level of a stem in the mix since this was last asked, as a factor of full scale. */
    public float peak(int stem) {
        return Float.intBitsToFloat(peaks.getAndSet(stem, 0));
    }

    /** The highest level of the mix since this was last asked, as a factor of full scale. */
    public float peak() {
        return peak(stems.size());
    }
}
