package app.partita.ui.player.transport;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** Learns a tempo from taps: the mean of the last of them, from the third on; a pause begins anew. */
final class TapTempo {

    private static final int MOST = 9;
    private static final int FEWEST = 3;
    private static final double PAUSE_NANOS = 3e9;
    private static final double MINUTE_NANOS = 60e9;

    private final Deque<Long> taps = new ArrayDeque<>();

    /** Beats a minute, once there are enough taps. */
    OptionalDouble tap(long nanos) {
        if (!taps.isEmpty() && nanos - taps.getLast() > PAUSE_NANOS) {
            taps.clear();
        }
        taps.addLast(nanos);
        if (taps.size() > MOST) {
            taps.removeFirst();
        }
        return taps.size() < FEWEST ? OptionalDouble.empty()
                : OptionalDouble.of((taps.size() - 1) * MINUTE_NANOS / (taps.getLast() - taps.getFirst()));
    }
}
