package app.partita.player;

import app.partita.stems.Stretches;

/** A stretch of all tracks of a song in memory. Written by one thread while its number is {@link #NONE}. */
final class Page {

    static final int FRAMES = 4096;
    static final long NONE = -1;

    /** A block of each stem, then of the original; interleaved. */
    final float[][] tracks;
    /** What was there of the stems and of the original when the page was read. */
    Stretches stems = Stretches.NONE;
    Stretches original = Stretches.NONE;
    /** Which page of the song this is: set last, so that who sees it sees the rest. */
    volatile long number = NONE;

    Page(int tracks, int channels) {
        this.tracks = new float[tracks][FRAMES * channels];
    }

    /** The page that a frame is on. */
    static long of(long frame) {
        return frame / FRAMES;
    }

    /** The page's first frame. */
    static long first(long number) {
        return number * FRAMES;
    }

    /** Up to where the song is there without a gap from {@code frame} on, as far as this page goes. */
    long endOf(long frame, Heard heard) {
        Stretches there = heard == Heard.ORIGINAL ? original : stems;
        return Math.min(there.endOf(frame), first(number) + FRAMES);
    }

    /** Whether more of the page is there now than when it was read. */
    boolean isBehind(Stretches stemsNow, Stretches originalNow) {
        return covered(stemsNow) > covered(stems) || covered(originalNow) > covered(original);
    }

    private long covered(Stretches there) {
        long missing = 0;
        for (Stretches.Stretch gap : there.missing(first(number), first(number) + FRAMES)) {
            missing += gap.to() - gap.from();
        }
        return FRAMES - missing;
    }
}
