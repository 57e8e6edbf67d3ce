package app.partita.player;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Carries the deck's sound to a device: one line at a time, opened when something is to be heard, and again for another
 * device, rate or number of channels.
 */
final class SoundThread implements AutoCloseable {

    private static final Logger LOG = System.getLogger(SoundThread.class.getName());
    /** So long a device is kept although nothing plays. */
    private static final int PATIENCE_SECONDS = 20;

    private final AudioOutput output;
    private final Deck deck;
    private final Playhead playhead;
    private final Consumer<PlayerNotice> notices;
    private final Thread thread = Thread.ofPlatform().name("sound").daemon().priority(Thread.MAX_PRIORITY)
            .unstarted(this::run);
    private boolean deviceMissed;
    private volatile String device = "";
    private volatile boolean closed;

    /** @param notices told on the thread of the sound while nothing sounds */
    SoundThread(AudioOutput output, Deck deck, Playhead playhead, Consumer<PlayerNotice> notices) {
        this.output = output;
        this.deck = deck;
        this.playhead = playhead;
        this.notices = notices;
    }

    void start() {
        thread.start();
    }

    /** There may be something to do. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Plays through that device from now on; empty for the system's own choice. */
    void device(String name) {
        device = name;
        wake();
    }

    private void run() {
        while (!closed) {
            if (deck.isIdle()) {
                deck.obey();
                LockSupport.park(this);
            } else {
                session();
            }
        }
    }

    private void session() {
        Reel reel = deck.wanted();
        if (reel == null) {
            deck.halt();
            deck.breakOff(0);
            return;
        }
        String chosen = device;
        try (AudioSink sink = open(chosen, reel)) {
            deviceMissed = false;
            play(sink, reel, chosen);
        } catch (NoDeviceException none) {
            deck.halt();
            if (!deviceMissed) {
                deviceMissed = true;
                LOG.log(Level.WARNING, "nothing to play through", none);
                notices.accept(new PlayerNotice.NoDevice());
            }
        }
    }

    private AudioSink open(String chosen, Reel reel) throws NoDeviceException {
        if (!chosen.isEmpty()) {
            try {
                return output.open(chosen, reel.sampleRate, reel.channels);
            } catch (NoDeviceException missing) {
                LOG.log(Level.WARNING, "the device " + chosen + " cannot be used", missing);
                notices.accept(new PlayerNotice.OtherDevice(chosen));
            }
        }
        return output.open("", reel.sampleRate, reel.channels);
    }

    /**
     * Plays until something else is wanted of the line, or nothing for a while. What pauses is silent: a line that is
     * stopped and started again is late on many systems.
     */
    private void play(AudioSink sink, Reel reel, String chosen) {
        float[] block = new float[reel.blockFrames * reel.channels];
        long silent = 0;
        try {
            while (!closed && (!deck.isShut() || fits(deck.wanted(), reel)) && device.equals(chosen)
                    && silent < PATIENCE_SECONDS * reel.sampleRate) {
                silent = deck.isIdle() ? silent + reel.blockFrames : 0;
                deck.render(block);
                sink.write(block, reel.blockFrames);
                playhead.pending(sink.pending(), System.nanoTime());
            }
            // What waits in the line will not be heard: the next line goes on where this one was.
            moveOn(reel);
        } catch (NoDeviceException lost) {
            LOG.log(Level.WARNING, "the device is gone", lost);
            deck.halt();
            moveOn(reel);
            notices.accept(new PlayerNotice.DeviceLost(chosen));
        }
    }

    private void moveOn(Reel reel) {
        deck.breakOff(deck.wanted() == reel ? deck.position() : 0);
        playhead.pending(0, System.nanoTime());
    }

    private static boolean fits(Reel wanted, Reel reel) {
        return wanted != null && wanted.sampleRate == reel.sampleRate && wanted.channels == reel.channels;
    }

    /** Ends with the block that is being made. */
    @Override
    public void close() {
        closed = true;
        wake();
    }
}
