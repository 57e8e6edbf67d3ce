package app.partita.stems;

import app.partita.audio.AudioFiles;
import app.partita.audio.PcmReader;
import app.partita.fault.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads all stems of a work file in step, at another rate if need be, mixed down for a mono song. */
final class StemReaders implements AutoCloseable {

    private static final int STEREO = 2;

    private final int front;
    private final List<PcmReader> readers = new ArrayList<>();
    private float[] stereo = new float[0];

    private StemReaders(int front) {
        this.front = front;
    }

    /** @param front 1 for a mono song, else 2 */
    static StemReaders open(AudioFiles audio, StemWorkFile work, int front, int rate) throws Fault {
        if (work.channels() != STEREO) {
            throw new IllegalArgumentException(work.channels() + " channels in the work file");
        }
        var stems = new StemReaders(front);
        try {
            for (StemKind stem : work.stems()) {
                stems.readers.add(audio.readRaw(work.file(stem), STEREO, work.sampleRate(), rate));
            }
            return stems;
        } catch (Fault | RuntimeException failure) {
            stems.close();
            throw failure;
        }
    }

    /** Fills a block for each stem, with silence where resampling came out a little short. */
    void read(float[][] blocks, int frames) throws Fault {
        if (stereo.length < frames * STEREO) {
            stereo = new float[frames * STEREO];
        }
        for (int stem = 0; stem < readers.size(); stem++) {
            float[] target = front == STEREO ? blocks[stem] : stereo;
            fill(readers.get(stem), target, frames);
            if (front == 1) {
                for (int i = 0; i < frames; i++) {
                    blocks[stem][i] = (stereo[2 * i] + stereo[2 * i + 1]) / 2;
                }
            }
        }
    }

    private static void fill(PcmReader reader, float[] target, int frames) throws Fault {
        int done = 0;
        int got = 0;
        while (done < frames && got >= 0) {
            got = reader.read(target, done * STEREO, frames - done);
            done += Math.max(0, got);
        }
        Arrays.fill(target, done * STEREO, frames * STEREO, 0);
    }

    @Override
    public void close() {
        readers.forEach(PcmReader::close);
    }
}
