package app.partita.engine;

/**
 * How a song is cut and averaged.
 *
 * @param overlap the part of a segment that the next one covers again, 0 to {@value #MAX_OVERLAP}
 * @param shifts  how many runs on a shifted song are averaged; 0 is one run on the song as it is
 * @param seed    where the shifts come from: the same seed gives the same bytes
 */
public record SeparationOptions(double overlap, int shifts, long seed) {

    /** The largest overlap: a segment then costs 20 times its length. */
    public static final double MAX_OVERLAP = 0.95;

    /** More runs than this gain nothing. */
    public static final int MAX_SHIFTS = 20;

    /** A quarter of overlap, no shifts. */
    public static final SeparationOptions DEFAULT = new SeparationOptions(0.25, 0, 20_211_115L);

    public SeparationOptions {
        if (!(overlap >= 0 && overlap <= MAX_OVERLAP)) {
            throw new IllegalArgumentException("The overlap must lie between 0 and " + MAX_OVERLAP + ": " + overlap);
        }
        if (shifts < 0 || shifts > MAX_SHIFTS) {
            throw new IllegalArgumentException("Shifts must lie between 0 and " + MAX_SHIFTS + ": " + shifts);
        }
    }

    /** How often the network goes over the whole song. */
    public int runs() {
        return Math.max(1, shifts);
    }

    /** How many segments lie over one frame at most, and so wait for each other in the work file. */
    public int segmentsAtOnce() {
        return (int) Math.ceil(1 / (1 - overlap) - 1e-9);
    }
}
