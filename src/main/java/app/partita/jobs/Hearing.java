package app.partita.jobs;

import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemKind;
import app.partita.stems.StemWorkFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Lets an ear hear a song while its stems are being made, on a thread of its own: from the song's start on, as far as
 * the stems will not change any more. What goes wrong is logged and nothing is found then, since no song is lost for
 * want of its tempo.
 */
final class Hearing implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Hearing.class.getName());
    private static final int BLOCK_FRAMES = 16_384;
    private static final long POLL_MILLIS = 50;

    private final MixtureFile mixture;
    private final StemWorkFile stems;
    private final SongEar.Maker ears;
    private final Object change = new Object();
    private final CountDownLatch over = new CountDownLatch(1);
    private boolean reading;
    private volatile boolean closed;
    private Findings findings = Findings.NONE;

    private Hearing(LiveSong song, SongEar.Maker ears) {
        mixture = song.mixture();
        stems = song.stems();
        this.ears = ears;
    }

    /** Begins; to be closed before the song is. */
    static Hearing start(LiveSong song, SongEar.Maker ears) {
        Hearing hearing = new Hearing(song, ears);
        Thread.ofPlatform().name("ear").daemon().start(hearing::run);
        return hearing;
    }

    /** More of the stems is final, or all of them are complete. */
    void settled() {
        synchronized (change) {
            change.notifyAll();
        }
    }

    /** Waits for what was found, after the stems are complete; {@code checkpoint} is called often and may throw. */
    Findings findings(Runnable checkpoint) {
        try {
            do {
                checkpoint.run();
            } while (!over.await(POLL_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while a song was being heard");
        }
        return findings;
    }

    private void run() {
        try {
            SongEar ear = ears.make(stems.sampleRate(), stems.channels());
            if (heard(ear)) {
                findings = ear.findings((double) stems.length().getAsLong() / stems.sampleRate());
            }
        } catch (Fault | RuntimeException | Error broken) {
            LOG.log(Level.WARNING, "neither tempo nor key of a song", broken);
        } finally {
            over.countDown();
        }
    }

    /** Whether the ear heard all that it wants of a song that is complete now. */
    private boolean heard(SongEar ear) throws Fault {
        if (!reading(true)) {
            return false;
        }
        try {
            hear(ear);
            return await(() -> stems.length().isPresent());
        } finally {
            reading(false);
        }
    }

    /** The files are in use from now on, or no longer; false if nobody wants to know any more. */
    private boolean reading(boolean now) {
        synchronized (change) {
            reading = now && !closed;
            change.notifyAll();
            return !closed;
        }
    }

    private void hear(SongEar ear) throws Fault {
        int drumStem = stems.stems().indexOf(StemKind.DRUMS);
        float[] drums = new float[BLOCK_FRAMES * stems.channels()];
        float[] rest = new float[drums.length];
        long wanted = Math.round(ear.seconds() * stems.sampleRate());
        long heard = 0;
        while (heard < wanted && awaitMoreThan(heard)) {
            int frames = (int) Math.min(BLOCK_FRAMES, Math.min(wanted, stems.settled().endOf(heard)) - heard);
            mixture.read(heard, rest, 0, frames);
            if (drumStem < 0) {
                ear.hear(rest, rest, frames);
            } else {
                stems.read(drumStem, heard, drums, 0, frames);
                for (int i = 0; i < frames * stems.channels(); i++) {
                    rest[i] -= drums[i];
                }
                ear.hear(drums, rest, frames);
            }
            heard += frames;
        }
    }

    /** Whether there is more to hear after that frame, once it is there; false at the song's end. */
    private boolean awaitMoreThan(long heard) {
        return await(() -> stems.settled().endOf(heard) > heard || stems.length().isPresent())
                && stems.settled().endOf(heard) > heard;
    }

    /** Waits until something has come about; false if nobody wants to know any more. */
    private boolean await(BooleanSupplier come) {
        synchronized (change) {
            try {
                while (!closed && !come.getAsBoolean()) {
                    change.wait();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return !closed;
    }

    /**
     * Stops hearing, if it still goes on, and waits until the song's files are let go of: not for an ear that is just
     * being made, or thinks about what it heard, which takes long and needs no files.
     */
    @Override
    public void close() {
        boolean interrupted = false;
        synchronized (change) {
            closed = true;
            change.notifyAll();
            while (reading) {
                try {
                    change.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
