package app.partita.stems;

import app.partita.fault.Fault;

/** A copy of one stretch of all stems, in a file of its own. */
final class StretchCopy implements AutoCloseable {

    private static final int BLOCK_FRAMES = 8192;

    private final StemWorkFile stems;
    private final FloatFile file;
    private final float[] block;

    StretchCopy(StemWorkFile stems, FloatFile file) {
        this.stems = stems;
        this.file = file;
        this.block = new float[BLOCK_FRAMES * stems.channels()];
    }

    /** Copies the frames {@code from} to before {@code to}, and brings the copy through a loss of power. */
    void save(long from, long to) throws Fault {
        for (int stem = 0; stem < stems.stems().size(); stem++) {
            for (long frame = from; frame < to; frame += BLOCK_FRAMES) {
                int frames = (int) Math.min(BLOCK_FRAMES, to - frame);
                stems.read(stem, frame, block, 0, frames);
                file.write(place(stem, frame, from, to), block, 0, frames * stems.channels());
            }
        }
        file.force();
    }

    /** Writes the copy back to where it came from. */
    void putBack(long from, long to) throws Fault {
        for (int stem = 0; stem < stems.stems().size(); stem++) {
            for (long frame = from; frame < to; frame += BLOCK_FRAMES) {
                int frames = (int) Math.min(BLOCK_FRAMES, to - frame);
                file.read(place(stem, frame, from, to), block, 0, frames * stems.channels());
                stems.write(stem, frame, block, 0, frames);
            }
        }
    }

    private long place(int stem, long frame, long from, long to) {
        return (stem * (to - from) + frame - from) * stems.channels();
    }

    @Override
    public void close() throws Fault {
        file.close();
    }
}
