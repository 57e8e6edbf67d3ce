package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.Stretches;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps the pages of a song in memory that will be played next, along the loop if there is one, so that the thread of
 * the sound never waits for a disk. What is kept does not grow with the song.
 */
final class ReadAhead implements AutoCloseable {

    private static final double SECONDS = 1.5;
    private static final int SPARE_PAGES = 4;
    private static final long NOWHERE = -1;
    /** Whoever plays wakes the reader more often. */
    private static final long POLL_NANOS = 60_000_000;

    private final SongSource source;
    private final Pages pages;
    private final long[] path;
    private int pathLength;
    private long wished = NOWHERE;
    private volatile long head;
    private volatile long expected = NOWHERE;
    private volatile Loop loop;
    private volatile Fault failure;
    private volatile boolean closed;
    private volatile Thread thread;

    ReadAhead(SongSource source) {
        this.source = source;
        path = new long[(int) (SECONDS * source.sampleRate() / Page.FRAMES) + 2];
        pages = new Pages(path.length + SPARE_PAGES, source.stems().size() + 1, source.channels());
    }

    /** Starts the thread that reads; it closes the source at its end. */
    void start() {
        thread = Thread.ofPlatform().name("read-ahead").daemon().unstarted(this::run);
        thread.start();
    }

    SongSource source() {
        return source;
    }

    /** What is in memory, for the thread of the sound. */
    Pages pages() {
        return pages;
    }

    /** Where it plays from, and the loop, or null. For the thread of the sound. */
    void aim(long frame, Loop around) {
        loop = around;
        head = frame;
        if (frame == expected) {
            expected = NOWHERE;
        }
    }

    /** It will soon be aimed there: what is needed there comes first already. */
    void expect(long frame) {
        expected = frame;
        wake();
    }

    /** What is needed may be another than before: it is looked at without delay. */
    void wake() {
        LockSupport.unpark(thread);
    }

    private long place() {
        long soon = expected;
        return soon == NOWHERE ? head : soon;
    }

    /** Why the song can no longer be read; null as long as it can. */
    Fault failure() {
        return failure;
    }

    private void run() {
        try {
            while (!closed) {
                if (fill()) {
                    LockSupport.parkNanos(this, POLL_NANOS);
                }
            }
        } finally {
            source.close();
        }
    }

    /**
     * Reads what is missing of the pages that will be played next.
     *
     * @return false if it plays elsewhere meanwhile
     */
    boolean fill() {
        try {
            wish(source.ready());
            layPath();
            long aim = Page.of(place());
            // As soon as it plays elsewhere, what is needed there comes first.
            for (int i = 0; i < pathLength && !closed && Page.of(place()) == aim; i++) {
                load(path[i]);
            }
            failure = null;
            return Page.of(place()) == aim;
        } catch (Fault fault) {
            failure = fault;
        } catch (RuntimeException broken) {
            failure = new Fault("An error inside the program while reading the song: " + broken,
                    "Open the song again; if it comes back, report it with the details.", broken);
        }
        return true;
    }

    private void load(long number) throws Fault {
        Stretches stems = source.ready();
        Stretches original = source.originalReady();
        Page there = pages.find(number);
        if (there == null || there.isBehind(stems, original)) {
            Page page = pages.free(path, pathLength);
            page.stems = stems;
            page.original = original;
            long from = Page.first(number);
            for (int stem = 0; stem < source.stems().size(); stem++) {
                source.readStem(stem, from, page.tracks[stem], 0, Page.FRAMES);
            }
            source.readOriginal(from, page.tracks[source.stems().size()], 0, Page.FRAMES);
            pages.publish(page, number);
        }
    }

    /** The pages from the head on, round the loop, and then those after it, in case that somebody lets it go. */
    private void layPath() {
        pathLength = 0;
        Loop around = loop;
        long end = source.frames();
        long frame = Math.max(0, place());
        while (pathLength < path.length && frame < end) {
            long number = Page.of(frame);
            long next = Page.first(number + 1);
            if (!contains(number)) {
                path[pathLength++] = number;
            } else if (around != null) {
                next = around.to();
                around = null;
            }
            frame = around != null && frame < around.to() && next >= around.to() ? around.from() : next;
        }
    }

    private boolean contains(long number) {
        for (int i = 0; i < pathLength; i++) {
            if (path[i] == number) {
                return true;
            }
        }
        return false;
    }

    /** What will be missing first is wanted first. */
    private void wish(Stretches ready) {
        long from = place();
        long want = ready.endOf(from);
        Loop around = loop;
        if (around != null && from < around.to() && want >= around.to()) {
            long turned = ready.endOf(around.from());
            want = turned < from ? turned : want;
        }
        if (want != wished) {
            wished = want;
            source.wantFirst(want);
        }
    }

    @Override
    public void close() {
        closed = true;
        wake();
    }
}
