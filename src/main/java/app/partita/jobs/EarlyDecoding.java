package app.partita.jobs;

import app.partita.audio.AudioFiles;
import app.partita.audio.PcmReader;
import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentOrder;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Goes ahead of the decoder, on a thread of its own, to where somebody wants to hear a song that is not decoded so far:
 * a second decoder begins there, and what it gives is foreseen in the mixture until the first one comes. It keeps some
 * segments ahead of the ear, and is ended as soon as that is elsewhere. Where a song's places cannot be found, the first
 * decoder is waited for.
 */
final class EarlyDecoding implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EarlyDecoding.class.getName());
    /** What lies nearer, a decoder reaches before another one has begun. */
    private static final int NEAR_SECONDS = 30;
    private static final int SEGMENTS_AHEAD = 4;
    private static final int BLOCK_FRAMES = 16_384;
    private static final long POLL_MILLIS = 50;

    private final Source source;
    private final MixtureFile mixture;
    private final SegmentOrder order;
    private final long firstPass;
    private final int segmentFrames;
    private final int rate;
    private final float[] block;
    private final Thread thread;
    private PcmReader reader;
    /** From here on the running reader's frames are good, and up to there they were read. */
    private long begun;
    private long reached;
    /** What lies behind, only the first decoder can tell. */
    private long end = Long.MAX_VALUE;
    private boolean closed;

    /** A song's decoder for any place. */
    @FunctionalInterface
    interface Source {

        /** The song from a whole second on; the first {@link AudioFiles#LEAD_SECONDS} are no good, but at its start. */
        PcmReader from(long second) throws Fault;
    }

    private EarlyDecoding(Source source, MixtureFile mixture, SegmentOrder order, long firstPass, ModelSpec spec) {
        this.source = source;
        this.mixture = mixture;
        this.order = order;
        this.firstPass = firstPass;
        this.segmentFrames = spec.segmentFrames();
        this.rate = spec.sampleRate();
        this.block = new float[BLOCK_FRAMES * mixture.channels()];
        this.thread = Thread.ofPlatform().name("early-decoder").daemon().unstarted(this::run);
    }

    /**
     * Begins to look at what is wanted.
     *
     * @param firstPass how many frames are decoded before the network begins, and so before anything is foreseen
     */
    static EarlyDecoding start(Source source, MixtureFile mixture, SegmentOrder order, long firstPass, ModelSpec spec) {
        EarlyDecoding early = new EarlyDecoding(source, mixture, order, firstPass, spec);
        early.thread.start();
        return early;
    }

    /** Another place is wanted, or more of the song is decoded. */
    synchronized void changed() {
        if (reader != null && !isFollowed()) {
            reader.close();
        }
        notifyAll();
    }

    private void run() {
        try {
            while (await(this::isWanted)) {
                follow(order.wantedFrom());
            }
        } catch (Fault | RuntimeException | Error broken) {
            LOG.log(Level.DEBUG, "what is not decoded yet cannot be heard earlier", broken);
        }
    }

    /** Waits until something has come about; false if there is nothing left to be foreseen. */
    private synchronized boolean await(BooleanSupplier come) {
        try {
            while (!isOver() && !come.getAsBoolean()) {
                wait(POLL_MILLIS);
            }
            return !isOver();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isOver() {
        return closed || mixture.length().isPresent();
    }

    private boolean isWanted() {
        long wanted = order.wantedFrom();
        long needed = Math.min(wanted + segmentFrames, mixture.foreseenLength().orElse(Long.MAX_VALUE));
        long decoded = mixture.frames();
        return decoded >= firstPass && wanted < Math.min(end, mixture.expectedFrames())
                && wanted + segmentFrames > decoded + near()
                && mixture.heard().endOf(Math.max(0, wanted - segmentFrames)) < needed;
    }

    private boolean isFollowed() {
        long wanted = order.wantedFrom();
        return Math.max(0, wanted - segmentFrames) >= begun && wanted < reached + near() + 2L * segmentFrames
                && mixture.frames() < wanted + segmentFrames;
    }

    private long near() {
        return (long) NEAR_SECONDS * rate;
    }

    private void follow(long wanted) throws Fault {
        // A segment begins up to its length before a place of it; the song's last one hears more of what comes before.
        long second = Math.max(0, (wanted - 2L * segmentFrames) / rate - AudioFiles.LEAD_SECONDS);
        try (PcmReader now = source.from(second)) {
            long frame = second * rate;
            begin(now, second == 0 ? 0 : frame + (long) AudioFiles.LEAD_SECONDS * rate);
            while (awaitRoom()) {
                int frames = now.read(block, 0, BLOCK_FRAMES);
                if (frames < 0) {
                    end = Math.min(end, wanted);
                    if (frame > begun) {
                        mixture.foreseeLength(frame);
                    }
                    return;
                }
                int lead = (int) Math.clamp(begun - frame, 0, frames);
                mixture.foresee(frame + lead, block, lead * mixture.channels(), frames - lead);
                frame += frames;
                reached(frame);
            }
        } catch (CancellationException elsewhere) {
            LOG.log(Level.DEBUG, "nobody wants to hear any more what was looked for", elsewhere);
        } finally {
            begin(null, 0);
        }
    }

    private synchronized void begin(PcmReader now, long at) {
        reader = now;
        begun = at;
        reached = at;
    }

    private synchronized void reached(long frame) {
        reached = Math.max(reached, frame);
    }

    /** Waits until the ear has come nearer; false if it is elsewhere. */
    private synchronized boolean awaitRoom() {
        long ahead = (long) SEGMENTS_AHEAD * segmentFrames;
        return await(() -> !isFollowed() || reached < order.wantedFrom() + ahead) && isFollowed();
    }

    /** Ends the decoder, if one runs, and waits for its thread. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (reader != null) {
                reader.close();
            }
            notifyAll();
        }
        Joining.await(thread);
    }
}
