package app.partita.player.stretch;

/**
 * Finds where the signal, played as it is, goes on best from grains that have been turned: where it resembles most what
 * the grains laid so far still have to sound.
 */
final class Landing {

    private final PhaseVocoder vocoder;
    private final int size;
    private final int hop;
    private final int reach;
    private final float[][] weighed;

    Landing(PhaseVocoder vocoder, int channels, int size, int hop) {
        this.vocoder = vocoder;
        this.size = size;
        this.hop = hop;
        reach = size / 8;
        weighed = new float[channels][size];
    }

    /** Input frames beyond the middle of the next grain that must be there. */
    int sight() {
        return size / 2 + reach;
    }

    /**
     * The place within an eighth of a grain around {@code around} from which an unturned grain fits best to {@code sum},
     * whose first frame is the grain's.
     */
    long place(SlidingFrames signal, long around, float[][] sum) {
        for (int channel = 0; channel < sum.length; channel++) {
            for (int i = 0; i < size; i++) {
                weighed[channel][i] = sum[channel][i] * vocoder.share(i);
            }
        }
        long best = around;
        double highest = 0;
        for (int step = 8, from = -reach, to = reach; step > 0; step /= 8) {
            long middle = best;
            for (int offset = from; offset <= to; offset += step) {
                double likeness = likeness(signal, middle + offset);
                if (likeness > highest) {
                    highest = likeness;
                    best = middle + offset;
                }
            }
            from = -step;
            to = step;
        }
        return best;
    }

    /** The product of both signals, over the size of the one that moves. */
    private double likeness(SlidingFrames signal, long centre) {
        int index = signal.index(centre - size / 2);
        double product = 0;
        double square = 1e-20;
        for (int channel = 0; channel < weighed.length; channel++) {
            float[] plane = signal.plane(channel);
            float[] target = weighed[channel];
            float p = 0;
            float s = 0;
            for (int i = 0; i < size - hop; i++) {
                float sample = plane[index + i];
                p += sample * target[i];
                s += sample * sample;
            }
            product += p;
            square += s;
        }
        return product / Math.sqrt(square);
    }
}
