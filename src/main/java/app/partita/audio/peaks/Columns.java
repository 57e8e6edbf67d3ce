package app.partita.audio.peaks;

import java.util.Arrays;

/**
 * What a row of columns shows of a track: for each the lowest and the highest sample and the root of the mean square,
 * full scale being 1; {@link Float#NaN} where nothing is known.
 *
 * @param min lowest samples
 * @param max highest samples
 * @param rms not above the larger of the two in magnitude
 */
public record Columns(float[] min, float[] max, float[] rms) {

    /** That many columns of which nothing is known. */
    public static Columns unknown(int count) {
        Columns columns = new Columns(new float[count], new float[count], new float[count]);
        columns.forget(0, count);
        return columns;
    }

    public int count() {
        return min.length;
    }

    public boolean known(int column) {
        return !Float.isNaN(min[column]);
    }

    /** Forgets every column of which the other knows nothing. */
    public void keepKnown(Columns other) {
        for (int column = 0; column < count(); column++) {
            if (!other.known(column)) {
                forget(column, column + 1);
            }
        }
    }

    void set(int column, float low, float high, float power) {
        min[column] = low;
        max[column] = high;
        rms[column] = power;
    }

    void forget(int from, int to) {
        Arrays.fill(min, from, to, Float.NaN);
        Arrays.fill(max, from, to, Float.NaN);
        Arrays.fill(rms, from, to, Float.NaN);
    }
}
