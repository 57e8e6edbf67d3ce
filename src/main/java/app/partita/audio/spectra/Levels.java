package app.partita.audio.spectra;

/**
 * How loud a track is in each of some columns and rows: from {@link #LOWEST_DB} to full scale in steps of a byte.
 *
 * @param steps column by column, from the lowest row to the highest; unsigned
 * @param rows  in a column
 */
public record Levels(byte[] steps, int rows) {

    /** What this is or less is 0. */
    public static final double LOWEST_DB = -90;

    /** Steps from the lowest to full scale. */
    public static final int MOST = 255;

    static Levels silent(int columns, int rows) {
        return new Levels(new byte[columns * rows], rows);
    }

    public int columns() {
        return steps.length / rows;
    }

    /** 0 to {@link #MOST}. */
    public int step(int column, int row) {
        return Byte.toUnsignedInt(steps[column * rows + row]);
    }

    /** @param power a full-scale sine's is 1 */
    void set(int column, int row, float power) {
        double decibels = power > 0 ? 10 * Math.log10(power) : LOWEST_DB;
        steps[column * rows + row] = (byte) Math.round(Math.clamp(1 - decibels / LOWEST_DB, 0, 1) * MOST);
    }
}
