package app.partita.audio.peaks;

/** Sums columns up from the samples themselves, where a pyramid's cells are too long. */
public final class SampleColumns {

    private SampleColumns() {
    }

    /**
     * Sums columns up. Columns shorter than a frame show the line between neighbouring samples, of the mean of the
     * channels; longer ones the samples of all channels.
     *
     * @param samples         interleaved, beginning with {@code firstFrame}
     * @param frames          how many there are
     * @param from            where the first column begins, in frames
     * @param framesPerColumn a column's length
     * @param columns         overwritten; unknown beyond the samples
     */
    public static void read(float[] samples, int channels, long firstFrame, int frames, double from,
                            double framesPerColumn, Columns columns) {
        columns.forget(0, columns.count());
        for (int column = 0; column < columns.count(); column++) {
            double start = from + column * framesPerColumn - firstFrame;
            if (framesPerColumn < 1) {
                line(samples, channels, frames, start, start + framesPerColumn, columns, column);
            } else {
                sum(samples, channels, frames, start, start + framesPerColumn, columns, column);
            }
        }
    }

    private static void sum(float[] samples, int channels, int frames, double start, double end, Columns columns,
                            int column) {
        int first = Math.max(0, (int) Math.floor(start));
        int last = Math.min(frames, (int) Math.ceil(end));
        if (first >= last) {
            return;
        }
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        float power = 0;
        for (int i = first * channels; i < last * channels; i++) {
            low = Math.min(low, samples[i]);
            high = Math.max(high, samples[i]);
            power += samples[i] * samples[i];
        }
        columns.set(column, low, high, (float) Math.sqrt(power / ((last - first) * channels)));
    }

    private static void line(float[] samples, int channels, int frames, double start, double end, Columns columns,
                             int column) {
        if (start < 0 || start > frames - 1) {
            return;
        }
        float one = between(samples, channels, frames, start);
        float other = between(samples, channels, frames, Math.min(end, frames - 1));
        float low = Math.min(one, other);
        float high = Math.max(one, other);
        int within = (int) Math.ceil(start);
        if (within <= end && within < frames) {
            float sample = mean(samples, channels, within);
            low = Math.min(low, sample);
            high = Math.max(high, sample);
        }
        columns.set(column, low, high, 0);
    }

    private static float between(float[] samples, int channels, int frames, double place) {
        int before = (int) Math.floor(place);
        int after = Math.min(frames - 1, before + 1);
        float share = (float) (place - before);
        return mean(samples, channels, before) * (1 - share) + mean(samples, channels, after) * share;
    }

    private static float mean(float[] samples, int channels, int frame) {
        float sum = 0;
        for (int channel = 0; channel < channels; channel++) {
            sum += samples[frame * channels + channel];
        }
        return sum / channels;
    }
}
