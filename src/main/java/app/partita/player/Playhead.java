package app.partita.player;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Which frame of the song is heard now: what was written to the device, less what waits in it. The thread of the sound
 * writes; any thread may ask. Neither locks nor allocates.
 */
final class Playhead {

    /** How many blocks are remembered: more than any device holds back. */
    private static final int MOST = 256;
    private static final int FIELDS = 5;
    private static final int WRITTEN = 0;
    private static final int SONG = 1;
    private static final int SPEED = 2;
    private static final int TURN = 3;
    private static final int BACK = 4;
    private static final double NANOS = 1e9;

    private final AtomicLongArray blocks = new AtomicLongArray(MOST * FIELDS);
    private volatile int sampleRate = 1;
    private volatile int count;
    private volatile long written;
    private volatile long heard;
    private volatile long heardNanos;

    /** Once all that is written was heard, it stands at that frame. */
    void stand(double frame, int rate) {
        sampleRate = rate;
        block(0, frame, 0, null);
    }

    /**
     * A block is written.
     *
     * @param frames of the device
     * @param from   the frame of the song at its start
     * @param speed  frames of the song a frame of the device
     * @param loop   what it turns around within the block, or null
     */
    void block(int frames, double from, double speed, Loop loop) {
        int at = count % MOST * FIELDS;
        blocks.set(at + WRITTEN, written);
        blocks.set(at + SONG, Double.doubleToRawLongBits(from));
        blocks.set(at + SPEED, Double.doubleToRawLongBits(speed));
        blocks.set(at + TURN, loop == null ? Long.MAX_VALUE : loop.to());
        blocks.set(at + BACK, loop == null ? 0 : loop.from());
        count = count + 1;
        written += frames;
    }

    /** So many of the frames written wait in the device, at that time. */
    void pending(long frames, long nanos) {
        heardNanos = nanos;
        // Some systems take back what they told; what was heard stays heard.
        heard = Math.max(heard, written - frames);
    }

    /** The frame of the song that is heard at that time. */
    double frame(long nanos) {
        int blocksNow = count;
        if (blocksNow == 0) {
            return 0;
        }
        // Devices tell in steps how far they are; between these, time goes on.
        double since = Math.max(0, nanos - heardNanos) / NANOS * sampleRate;
        double place = Math.min(written, heard + since);
        int oldest = Math.max(0, blocksNow - MOST + 8);
        int block = blocksNow - 1;
        while (block > oldest && blocks.get(block % MOST * FIELDS + WRITTEN) > place) {
            block--;
        }
        int at = block % MOST * FIELDS;
        double song = Double.longBitsToDouble(blocks.get(at + SONG))
                + Math.max(0, place - blocks.get(at + WRITTEN)) * Double.longBitsToDouble(blocks.get(at + SPEED));
        long turn = blocks.get(at + TURN);
        long back = blocks.get(at + BACK);
        return song < turn ? song : back + (song - turn) % (turn - back);
    }
}
