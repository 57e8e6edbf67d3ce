package app.partita.ui.player;

import app.partita.player.Decibels;

/** A level as it is shown: rises at once, falls slowly; its highest is held for a while. For one thread. */
public final class Meter {

    private static final double LOWEST = -60;
    private static final double FALL = 26;
    private static final double HELD = 1.2;

    private double level = LOWEST;
    private double hold = LOWEST;
    private double heldFor;

    /**
     * Takes the next peak in.
     *
     * @param peak    a factor of full scale
     * @param seconds since the one before
     */
    void push(double peak, double seconds) {
        double now = Math.clamp(peak > 0 ? Decibels.of(peak) : LOWEST, LOWEST, 0);
        level = Math.max(now, Math.max(LOWEST, level - FALL * seconds));
        heldFor += seconds;
        if (now >= hold) {
            hold = now;
            heldFor = 0;
        } else if (heldFor > HELD) {
            hold = Math.max(level, hold - FALL * seconds);
        }
    }

    /** 0 at −60 dB or below, 1 at full scale. */
    public double level() {
        return 1 - level / LOWEST;
    }

    /** The same for what is held. */
    public double hold() {
        return 1 - hold / LOWEST;
    }

    /** Whether there is nothing more to fall. */
    boolean rests() {
        return level <= LOWEST && hold <= LOWEST;
    }
}
