package app.partita.stems;

/**
 * A song that is being separated, as far as it is there: kept as long as somebody listens, also beyond the end of its
 * separation.
 */
public final class LiveSong {

    /** What is wanted by the ear goes to the engine. */
    @FunctionalInterface
    public interface Wish {

        /** @param frame at the network's rate */
        void wantFirst(long frame);
    }
}
