package app.partita.player;

import java.util.Arrays;

/**
 * The pages of a song that are in memory. One thread fills them, one other, that of the sound, takes frames out; neither
 * waits for the other: a page's number is withdrawn before the page is filled again, and one that is just being read is
 * left alone.
 */
final class Pages {

    private static final int NOTHING = -1;

    private final int channels;
    private final Page[] slots;
    private volatile int inUse = NOTHING;

    Pages(int count, int tracks, int channels) {
        this.channels = channels;
        slots = new Page[count];
        Arrays.setAll(slots, _ -> new Page(tracks, channels));
    }

    // For the thread of the sound.

    /**
     * How many of the frames to be played next are there.
     *
     * @param from   the first of them
     * @param most   how many are asked for
     * @param around the loop, or null
     * @param end    the song's length: silence after it is always there
     */
    int available(long from, int most, Loop around, long end, Heard heard) {
        long frame = from;
        long there = 0;
        while (there < most && frame < end) {
            int slot = take(Page.of(frame));
            long until = slot == NOTHING ? frame : Math.min(slots[slot].endOf(frame, heard), end);
            inUse = NOTHING;
            if (until == frame) {
                return (int) there;
            }
            boolean turns = around != null && frame < around.to() && until >= around.to();
            there += (turns ? around.to() : until) - frame;
            frame = turns ? around.from() : until;
        }
        return most;
    }

    /**
     * Copies frames of all tracks; zeros where a page is missing.
     *
     * @param offset where the first one goes, in frames
     */
    void read(long from, float[][] tracks, int offset, int frames) {
        for (int done = 0; done < frames; ) {
            int within = (int) ((from + done) % Page.FRAMES);
            int count = Math.min(frames - done, Page.FRAMES - within);
            int at = (offset + done) * channels;
            int slot = take(Page.of(from + done));
            for (int track = 0; track < tracks.length; track++) {
                if (slot == NOTHING) {
                    Arrays.fill(tracks[track], at, at + count * channels, 0);
                } else {
                    System.arraycopy(slots[slot].tracks[track], within * channels, tracks[track], at,
                            count * channels);
                }
            }
            inUse = NOTHING;
            done += count;
        }
    }

    /** The slot of a page, which is left alone until {@link #inUse} is another. */
    private int take(long number) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (slots[slot].number == number) {
                inUse = slot;
                if (slots[slot].number == number) {
                    return slot;
                }
            }
        }
        inUse = NOTHING;
        return NOTHING;
    }

    // For the thread that fills them.

    /** The page of that number; null if it is not in memory. */
    Page find(long number) {
        for (Page page : slots) {
            if (page.number == number) {
                return page;
            }
        }
        return null;
    }

    /** A page to be filled, of a number that none of these is; its number is withdrawn. Null if all are wanted. */
    Page free(long[] wanted, int count) {
        for (int slot = 0; slot < slots.length; slot++) {
            if (!contains(wanted, count, slots[slot].number)) {
                withdraw(slot);
                return slots[slot];
            }
        }
        return null;
    }

    /** The page is filled: it takes the place of another of its number. */
    void publish(Page fresh, long number) {
        Page before = find(number);
        fresh.number = number;
        if (before != null) {
            withdraw(Arrays.asList(slots).indexOf(before));
        }
    }

    private void withdraw(int slot) {
        slots[slot].number = Page.NONE;
        while (inUse == slot) {
            // Copying a page takes microseconds, and nobody can take this one again.
            Thread.onSpinWait();
        }
    }

    private static boolean contains(long[] wanted, int count, long number) {
        for (int i = 0; i < count; i++) {
            if (wanted[i] == number) {
                return true;
            }
        }
        return false;
    }
}
