package app.partita.player;

import app.partita.audio.PcmReader;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/** Decodes tracks side by side into their work files, on a thread of its own, so that they can be heard meanwhile. */
final class BackgroundDecode implements AutoCloseable {

    private static final Logger LOG = System.getLogger(BackgroundDecode.class.getName());
    private static final int BLOCK_FRAMES = 16_384;

    private final List<Decoder> decoders;
    private final Thread thread = Thread.ofPlatform().name("player-decoder").daemon().unstarted(this::run);
    private volatile boolean closed;

    /** One track: the first channels of what is read go to the file. */
    record Decoder(PcmReader from, MixtureFile to) {

        /** Whether there is more. */
        boolean step(float[] block, float[] kept) throws Fault {
            int frames = from.read(block, 0, Math.min(BLOCK_FRAMES, block.length / from.channels()));
            if (frames < 0) {
                to.complete();
                return false;
            }
            int channels = to.channels();
            if (channels == from.channels()) {
                to.append(block, 0, frames);
                return true;
            }
            for (int i = 0; i < frames; i++) {
                System.arraycopy(block, i * from.channels(), kept, i * channels, channels);
            }
            to.append(kept, 0, frames);
            return true;
        }
    }

    BackgroundDecode(List<Decoder> decoders) {
        this.decoders = List.copyOf(decoders);
    }

    void start() {
        thread.start();
    }

    private void run() {
        int widest = decoders.stream().mapToInt(decoder -> decoder.from().channels()).max().orElse(1);
        float[] block = new float[BLOCK_FRAMES * widest];
        float[] kept = new float[block.length];
        List<Decoder> left = new ArrayList<>(decoders);
        while (!left.isEmpty() && !closed) {
            left.removeIf(decoder -> !step(decoder, block, kept));
        }
    }

    private boolean step(Decoder decoder, float[] block, float[] kept) {
        try {
            return decoder.step(block, kept);
        } catch (Fault fault) {
            LOG.log(closed ? Level.DEBUG : Level.WARNING, "a track cannot be decoded to its end", fault);
            // What there is of it can be heard; the rest is silence.
            decoder.to().complete();
        } catch (CancellationException stopped) {
            LOG.log(Level.DEBUG, "the decoding was stopped", stopped);
        }
        return false;
    }

    /** Stops the decoders and waits for their thread. */
    @Override
    public void close() {
        closed = true;
        decoders.forEach(decoder -> decoder.from().close());
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
