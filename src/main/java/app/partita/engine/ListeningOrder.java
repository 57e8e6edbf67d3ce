package app.partita.engine;

/** The ear sets the order: the place that somebody wants to hear comes first. Safe for use by several threads. */
public final class ListeningOrder implements SegmentOrder {

    private volatile long wanted;
    private volatile Runnable told = () -> { };

    /** @param told after each wish, on the thread of whoever wishes; one at a time */
    public void onWish(Runnable told) {
        this.told = told;
    }

    /** From now on, what sounds at {@code frame} and after is made first. */
    public void wantFirst(long frame) {
        wanted = Math.max(0, frame);
        told.run();
    }

    @Override
    public long wantedFrom() {
        return wanted;
    }
}
