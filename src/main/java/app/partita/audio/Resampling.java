package app.partita.audio;

import java.util.Locale;

/**
 * The settings of libswresample for a change of rate: a linear-phase windowed sinc without delay.
 *
 * <p>The transition band lies between {@value #PASSED} and 1 of the lower rate's Nyquist frequency. Measured between
 * 44.1 kHz and 22.05, 48, 96 and 192 kHz, both ways: flat within 0.001 dB up to 20 kHz (22.05 kHz: up to 10 kHz), what
 * lies above the new Nyquist frequency at least 114 dB down, images at least 134 dB down, no offset in time.
 *
 * <p>libswresample gives nothing of what is shorter than its filter (5 ms at 44.1 kHz), so a tail of silence follows the
 * sound, and the reader leaves off {@link #tail} frames of what comes out.
 */
final class Resampling {

    /** Length of the filter in frames of the lower rate, of a cutoff of 1. */
    static final int FILTER_SIZE = 192;
    /** Kaiser window: stop band −114 dB. */
    static final int KAISER_BETA = 12;
    /** Where the filter is 6 dB down, as a part of the lower rate's Nyquist frequency. */
    static final double CUTOFF = 0.953;
    /** Up to this part of the lower rate's Nyquist frequency everything passes. */
    static final double PASSED = 0.906;

    private Resampling() {
    }

    /** How many frames at {@code from} the filter reaches over. */
    static long reach(int from, int to) {
        return (long) Math.ceil(FILTER_SIZE / CUTOFF * Math.max(1, (double) from / to));
    }

    /** How many frames of silence follow the sound, at {@code from}. */
    private static long silence(int from, int to) {
        return reach(from, to) + 2 + 2 * (long) from / to;
    }

    /** How many frames at {@code to} are silence: what is left is the sound's length, rounded up or up to 2 longer. */
    static int tail(int from, int to) {
        return (int) Math.ceilDiv(silence(from, to) * to, (long) from) - 1;
    }

    /** The filters for FFmpeg's {@code -af}: a tail of silence, then the change of rate. */
    static String withTail(int from, int to) {
        return "apad=pad_len=" + silence(from, to) + "," + filter(from, to);
    }

    /** The filters where nobody can leave off a tail: what is shorter than the filter comes out as long as that. */
    static String withRoom(int from, int to) {
        return "apad=whole_len=" + silence(from, to) + "," + filter(from, to);
    }

    /** The filter for FFmpeg's {@code -af}. */
    static String filter(int from, int to) {
        // libswresample takes the cutoff against the lower rate only on the way down; on the way up it would otherwise
        // let the images just above the old Nyquist frequency through.
        double cutoff = to < from ? CUTOFF : CUTOFF * from / to;
        return String.format(Locale.ROOT, "aresample=%d:filter_type=kaiser:filter_size=%d:kaiser_beta=%d:cutoff=%.8f"
                + ":phase_shift=10:exact_rational=1:linear_interp=1:internal_sample_fmt=dblp",
                to, FILTER_SIZE, KAISER_BETA, cutoff);
    }
}
