package app.partita.jobs;

import app.partita.engine.SegmentOrder;
import app.partita.stems.LiveSong;
import app.partita.stems.MixtureFile;
import app.partita.stems.Stretches;
import java.util.function.BooleanSupplier;

/**
 * Lets the decoder rest while the network computes what somebody waits for: a place of the song that is wanted, far from
 * all that is there yet. What plays up to the edge of what is there does not count, since it goes on by itself most of
 * the time; and where the network itself waits for more of the song, nobody rests.
 */
final class EarWaits implements Decoding.Turn {

    private static final long POLL_MILLIS = 50;

    private final LiveSong song;
    private final SegmentOrder order;
    private final long firstPass;
    private final int segmentFrames;

    /**
     * @param firstPass     how many frames must be decoded before the network begins
     * @param segmentFrames how many it needs from the wanted one on
     */
    EarWaits(LiveSong song, SegmentOrder order, long firstPass, int segmentFrames) {
        this.song = song;
        this.order = order;
        this.firstPass = firstPass;
        this.segmentFrames = segmentFrames;
    }

    @Override
    public synchronized void await(BooleanSupplier over) {
        boolean interrupted = false;
        while (!over.getAsBoolean() && isForNetwork()) {
            try {
                wait(POLL_MILLIS);
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized void changed() {
        notifyAll();
    }

    /** Whether it is the network that is waited for. */
    boolean isForNetwork() {
        MixtureFile mixture = song.mixture();
        long wanted = order.wantedFrom();
        long needed = Math.min(wanted + segmentFrames, mixture.foreseenLength().orElse(Long.MAX_VALUE));
        if (mixture.isAwaited() || mixture.frames() < firstPass || mixture.heard().endOf(wanted) < needed) {
            return false;
        }
        Stretches ready = song.stems().ready();
        return !isIn(ready, wanted) && !isIn(ready, wanted - 1);
    }

    private static boolean isIn(Stretches ready, long frame) {
        return ready.endOf(frame) > frame;
    }
}
