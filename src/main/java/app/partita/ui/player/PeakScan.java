package app.partita.ui.player;

import app.partita.audio.peaks.PeakPyramid;
import app.partita.fault.Fault;
import app.partita.player.SongSource;
import app.partita.stems.Stretches;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** Sums up in the background what of a song is there, block by block, and what comes later as it comes. */
final class PeakScan implements AutoCloseable {

    private static final Logger LOG = System.getLogger(PeakScan.class.getName());
    private static final int BLOCK = 1 << 16;

    private final SongSource source;
    private final List<PeakPyramid> stems;
    private final PeakPyramid original;
    private final Executor background;
    private final Listener listener;
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean closed;
    private Stretches stemsDone = Stretches.NONE;
    private Stretches originalDone = Stretches.NONE;
    private float[] block = new float[0];

    /** Told in the background. */
    interface Listener {

        /** The pyramids changed there. */
        void summed(long fromFrame, long toFrame);

        /** All of the song is summed up. */
        void whole();
    }

    PeakScan(SongSource source, List<PeakPyramid> stems, PeakPyramid original, Executor background,
             Listener listener) {
        this.source = source;
        this.stems = stems;
        this.original = original;
        this.background = background;
        this.listener = listener;
    }

    /** Takes in what is there now; to be called again when there may be more. */
    void look() {
        if (!closed && looks.getAndIncrement() == 0) {
            background.execute(this::scan);
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    /** Once more if somebody asked to look while it did: there may be more than it saw. */
    private void scan() {
        int taken;
        do {
            taken = looks.get();
            scanAll();
        } while (!looks.compareAndSet(taken, 0));
    }

    private void scanAll() {
        try {
            boolean more = true;
            while (more && !closed) {
                more = originalBlock() | stemsBlock();
            }
            if (!closed && isWhole()) {
                closed = true;
                listener.whole();
            }
        } catch (Fault fault) {
            if (!closed) {
                closed = true;
                LOG.log(Level.WARNING, "the waveforms cannot be computed", fault);
            }
        }
    }

    private boolean isWhole() {
        long frames = source.frames();
        return originalDone.frames() == source.originalReady().frames() && stemsDone.frames() == frames;
    }

    private boolean originalBlock() throws Fault {
        Stretches.Stretch next = next(source.originalReady(), originalDone, original.cell());
        if (next == null) {
            return false;
        }
        int frames = (int) (next.to() - next.from());
        source.readOriginal(next.from(), room(frames), 0, frames);
        original.fill(next.from(), block, source.channels(), frames);
        originalDone = originalDone.with(next.from(), next.to());
        listener.summed(next.from(), next.to());
        return true;
    }

    private boolean stemsBlock() throws Fault {
        Stretches.Stretch next = next(source.ready(), stemsDone, original.cell());
        if (next == null || stems.isEmpty()) {
            return false;
        }
        int frames = (int) (next.to() - next.from());
        for (int stem = 0; stem < stems.size(); stem++) {
            source.readStem(stem, next.from(), room(frames), 0, frames);
            stems.get(stem).fill(next.from(), block, source.channels(), frames);
        }
        stemsDone = stemsDone.with(next.from(), next.to());
        listener.summed(next.from(), next.to());
        return true;
    }

    /** The first block of whole cells that is there and not yet done; a shorter one only at the song's end. */
    private Stretches.Stretch next(Stretches ready, Stretches done, int cell) {
        for (Stretches.Stretch stretch : ready.list()) {
            long to = stretch.to() >= source.frames() ? stretch.to() : stretch.to() / cell * cell;
            long from = Math.ceilDiv(stretch.from(), (long) cell) * cell;
            for (Stretches.Stretch gap : done.missing(from, to)) {
                return new Stretches.Stretch(gap.from(), Math.min(gap.to(), gap.from() + Math.max(cell, BLOCK)));
            }
        }
        return null;
    }

    private float[] room(int frames) {
        int wanted = frames * source.channels();
        if (block.length < wanted) {
            block = new float[wanted];
        }
        return block;
    }
}
