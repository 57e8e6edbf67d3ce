package app.partita.player;

/**
 * How one stem goes into the mix.
 *
 * @param gainDb from −∞ (silence) to {@value #MOST_GAIN_DB}; 0 leaves it as it is
 * @param pan    −1 left, 0 as it is, 1 right: the balance of the first two channels
 */
public record Strip(double gainDb, double pan, boolean muted, boolean soloed) {

    public static final double MOST_GAIN_DB = 12;

    /** The stem as it is. */
    public static final Strip UNITY = new Strip(0, 0, false, false);

    public Strip {
        if (Double.isNaN(gainDb) || Double.isNaN(pan)) {
            throw new IllegalArgumentException("gain " + gainDb + ", pan " + pan);
        }
        gainDb = Math.min(gainDb, MOST_GAIN_DB);
        pan = Math.clamp(pan, -1.0, 1.0);
    }

    public Strip withGain(double db) {
        return new Strip(db, pan, muted, soloed);
    }

    public Strip withPan(double balance) {
        return new Strip(gainDb, balance, muted, soloed);
    }

    public Strip withMuted(boolean mute) {
        return new Strip(gainDb, pan, mute, soloed);
    }

    public Strip withSoloed(boolean solo) {
        return new Strip(gainDb, pan, muted, solo);
    }

    /** The factor for one channel of a stem that is audible. */
    double factor(int channel, int channels) {
        double balance = channels < 2 || channel > 1 ? 1
                // Unity on both sides at the centre: the stems must sum to the song. The far side falls like a cosine.
                : Math.sin((1 - Math.max(0, channel == 0 ? pan : -pan)) * Math.PI / 2);
        return Decibels.factor(gainDb) * balance;
    }
}
