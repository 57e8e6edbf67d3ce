package app.partita.engine;

import app.partita.engine.SegmentQueue.Next;
import app.partita.engine.chunks.Chunk;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** One run of the network over a song: hears a segment, computes it, hands it on. */
final class SongRun {

    /** A network that hears sound at its usual level gives some tens at most; of more, sums might be no numbers. */
    private static final float LARGEST = 1e20f;

    private final SegmentNetwork network;
    private final MixtureFile mixture;
    private final Normalisation normalisation;
    private final int lead;
    private final float[] input;
    private final float[] output;

    /**
     * @param lead   how many frames of silence come before the song
     * @param input  planar, {@code channels × segmentFrames}
     * @param output planar, {@code stems × channels × segmentFrames}
     */
    SongRun(SegmentNetwork network, MixtureFile mixture, Normalisation normalisation, int lead, float[] input,
            float[] output) {
        this.network = network;
        this.mixture = mixture;
        this.normalisation = normalisation;
        this.lead = lead;
        this.input = input;
        this.output = output;
    }

    void separate(SegmentQueue queue, OverlapAdd assembly, EngineProgress progress, BooleanSupplier cancelled)
            throws Fault {
        Optional<Next> next = queue.next(cancelled);
        while (next.isPresent()) {
            Next segment = next.get();
            Chunk chunk = queue.chunk(segment);
            if (compute(segment, chunk, queue, progress, cancelled)) {
                if (segment.foreseen()) {
                    assembly.play(chunk, output);
                    queue.markPlayed(chunk.index());
                } else {
                    assembly.accept(chunk, output);
                    queue.markDone(chunk.index());
                    progress.segmentDone();
                }
            }
            next = queue.next(cancelled);
        }
    }

    /** Whether the segment was computed; false if another one is wanted instead. */
    private boolean compute(Next segment, Chunk chunk, SegmentQueue queue, EngineProgress progress,
                            BooleanSupplier cancelled) throws Fault {
        hear(chunk);
        try {
            network.separate(input, output, segment.foreseen() ? _ -> progress.stay() : progress::step,
                    () -> cancelled.getAsBoolean() || queue.prefersOther(segment));
        } catch (CancellationException stopped) {
            if (cancelled.getAsBoolean()) {
                throw stopped;
            }
            return false;
        }
        checkNumbers(chunk);
        return true;
    }

    private void hear(Chunk chunk) throws Fault {
        int frames = network.spec().segmentFrames();
        long first = chunk.start() - lead;
        mixture.readPlanar(first, input, frames);
        // Silence around the song is added after normalisation, so it stays zero.
        int from = (int) Math.clamp(-first, 0, frames);
        int to = (int) Math.clamp(chunk.end() - lead - first, from, frames);
        for (int channel = 0; channel < mixture.channels(); channel++) {
            for (int i = channel * frames + from; i < channel * frames + to; i++) {
                input[i] = (float) ((input[i] - normalisation.mean()) / normalisation.scale());
            }
        }
    }

    private void checkNumbers(Chunk chunk) throws Fault {
        // If one of them is NaN, so is the largest.
        float largest = 0;
        for (float value : output) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (!(largest <= LARGEST)) {
            long second = Math.max(0, chunk.offset() - lead) / network.spec().sampleRate();
            throw new Fault("The model " + network.spec().name() + " gave no numbers for the segment at "
                    + second / 60 + ":" + "%02d".formatted(second % 60) + " of the song",
                    "If other songs fail too, fetch or import the model again; else export the song again");
        }
    }
}
