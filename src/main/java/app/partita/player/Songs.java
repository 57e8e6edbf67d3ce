package app.partita.player;

import app.partita.fault.Fault;
import java.util.Optional;

/** The song in the player, and the sources it comes from. For use under the player's lock. */
final class Songs {

    private final Deck deck;
    private volatile Reel reel;
    private ReadAhead current;
    private ReadAhead coming;
    private SongSource later;

    Songs(Deck deck) {
        this.deck = deck;
    }

    boolean isOpen() {
        return reel != null;
    }

    Optional<SongSource> source() {
        return Optional.ofNullable(current).map(ReadAhead::source);
    }

    void open(SongSource source, MixerState mixer, Heard heard, long frame) {
        close();
        current = new ReadAhead(source);
        current.aim(frame, null);
        current.start();
        reel = new Reel(current, frame);
        reel.mixer.set(mixer, heard);
        deck.load(reel);
    }

    void eject() {
        close();
        deck.load(null);
    }

    private void close() {
        if (current != null) {
            current.close();
        }
        if (coming != null) {
            coming.close();
        }
        if (later != null) {
            later.close();
        }
        reel = null;
        current = null;
        coming = null;
        later = null;
    }

    /** @param source of the same song; closed if there is none */
    void handOver(SongSource source) {
        if (later != null) {
            later.close();
        }
        later = source;
        if (reel == null) {
            close();
        }
    }

    /** @param frame of the song that is open */
    void seek(long frame) {
        deck.seek(frame);
        current.expect(frame);
        if (coming != null) {
            coming.expect(frame);
        }
    }

    void mix(MixerState mixer, Heard heard) {
        if (reel != null) {
            reel.mixer.set(mixer, heard);
        }
    }

    /**
     * Goes on with handing over as far as the sound is, and lets the reader look at where it plays.
     *
     * @return how many frames there are now for each that there was before
     */
    double follow() {
        double rate = 1;
        if (coming != null && reel.tape.ahead() == coming) {
            current.close();
            current = coming;
            coming = null;
        }
        if (later != null && coming == null) {
            rate = begin();
        }
        if (current != null) {
            current.wake();
        }
        return rate;
    }

    private double begin() {
        if (reel.fits(later)) {
            coming = new ReadAhead(later);
            coming.aim(deck.position(), null);
            coming.start();
            reel.tape.handOver(coming);
            later = null;
        } else if (!deck.isGoing()) {
            SongSource next = later;
            later = null;
            double rate = (double) next.sampleRate() / reel.sampleRate;
            PlayerState now = deck.settings();
            open(next, now.mixer(), now.heard(), Math.round(deck.position() * rate));
            return rate;
        }
        return 1;
    }

    /** Whether a source is being handed over. */
    boolean isChanging() {
        return coming != null || later != null;
    }

    /** Whether enough of the song is there from a frame on to be played at once. */
    boolean isReadyAt(long frame, Heard heard) {
        SongSource source = current.source();
        long enough = Math.min(source.frames(), frame + (long) (source.sampleRate() * Deck.OPENING_SECONDS));
        return frame >= enough
                || (heard == Heard.ORIGINAL ? source.originalReady() : source.ready()).endOf(frame) >= enough;
    }

    /** Why the song cannot be read; empty if it can. */
    Optional<Fault> failure() {
        return Optional.ofNullable(current).map(ReadAhead::failure);
    }

    /** May be asked without the lock. */
    float peak(int stem) {
        Reel now = reel;
        return now == null ? 0 : now.mixer.peak(stem);
    }

    /** May be asked without the lock. */
    float peak() {
        Reel now = reel;
        return now == null ? 0 : now.mixer.peak();
    }
}
