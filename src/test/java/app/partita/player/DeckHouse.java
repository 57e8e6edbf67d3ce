package app.partita.player;

/** A deck with a song, turned by hand: what is read ahead is always there. */
final class DeckHouse {

    final MemorySong song;
    final ReadAhead ahead;
    final Reel reel;
    final Playhead playhead = new Playhead();
    final Deck deck = new Deck(playhead);
    final int block;
    PlayerState state = PlayerState.EMPTY;

    DeckHouse(MemorySong song) {
        this.song = song;
        ahead = new ReadAhead(song);
        reel = new Reel(ahead, 0);
        block = reel.blockFrames;
        deck.load(reel);
        deck.obey();
    }

    void settings(PlayerState now) {
        state = now;
        deck.settings(now);
        reel.mixer.set(now.mixer(), now.heard());
    }

    /** The next block. */
    float[] next() {
        float[] out = new float[block * MemorySong.CHANNELS];
        render(out);
        return out;
    }

    void render(float[] out) {
        if (deck.isShut()) {
            deck.obey();
        }
        ahead.fill();
        deck.render(out);
        // Nothing waits in a device.
        playhead.pending(0, System.nanoTime());
    }

    /** The next blocks, one after the other. */
    float[] next(int blocks) {
        float[] out = new float[blocks * block * MemorySong.CHANNELS];
        for (int i = 0; i < blocks; i++) {
            System.arraycopy(next(), 0, out, i * block * MemorySong.CHANNELS, block * MemorySong.CHANNELS);
        }
        return out;
    }
}
