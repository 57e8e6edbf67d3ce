package app.partita.ui.player.wave;

import app.partita.fault.Fault;

/** What paints the tiles of a lane: its waveform, or its spectrogram. */
interface LanePicture {

    /**
     * Paints at once what can be painted at once; called on the thread that draws.
     *
     * @return what is to be done in the background before the rest can be painted; null if nothing is missing
     */
    Rest paint(TileFrame frame, int[] pixels);

    /** Whether the rest takes so long that it is not worth while for pictures that are only passed by. */
    default boolean isSlow() {
        return false;
    }

    /** The sound changed there: what was computed of it holds no longer. */
    default void changed(long fromFrame, long toFrame) { }

    /** The rest of a tile's picture. */
    @FunctionalInterface
    interface Rest {

        /** Computed in the background; gives the last step, done on the thread that draws. */
        Finish compute() throws Fault;
    }

    /** Paints what was computed. */
    @FunctionalInterface
    interface Finish {

        void paint(int[] pixels);
    }
}
