package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.Stretches;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The mix of a part of a song, block by block, waiting for what is not there yet; then what follows it in the song. */
final class MixReader implements TimeStretch.Input {

    private static final int BLOCK = 4096;
    private static final long POLL_NANOS = 20_000_000;

    private final SongSource source;
    private final ExportOrder order;
    private final BooleanSupplier cancelled;
    private final StemMixer mixer;
    private final float[][] tracks;
    private final boolean[] wanted;
    private final float[] mix;
    private long place;

    MixReader(SongSource source, ExportOrder order, BooleanSupplier cancelled) {
        this.source = source;
        this.order = order;
        this.cancelled = cancelled;
        int stems = source.stems().size();
        mixer = new StemMixer(source.stems(), source.channels(), source.sampleRate());
        mixer.set(order.mixer(), order.heard());
        mixer.settle();
        tracks = new float[stems + 1][BLOCK * source.channels()];
        mix = new float[BLOCK * source.channels()];
        wanted = new boolean[stems + 1];
        wanted[stems] = order.heard() == Heard.ORIGINAL;
        for (int stem = 0; stem < stems; stem++) {
            wanted[stem] = order.heard() == Heard.STEMS
                    && order.mixer().audible(source.stems().get(stem), source.stems());
        }
        place = order.from();
    }

    int channels() {
        return source.channels();
    }

    int sampleRate() {
        return source.sampleRate();
    }

    /** How long the part is, as far as that is known. */
    long frames() {
        return Math.max(0, Math.min(order.to(), source.frames()) - order.from());
    }

    /** @throws UncheckedIOException about the fault of the source */
    @Override
    public void read(float[] interleaved, int frames) {
        try {
            for (int done = 0; done < frames;) {
                int part = Math.min(BLOCK, frames - done);
                await(part);
                readTracks(part);
                mixer.mix(tracks, mix, part);
                System.arraycopy(mix, 0, interleaved, done * channels(), part * channels());
                place += part;
                done += part;
            }
        } catch (Fault fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void readTracks(int frames) throws Fault {
        int stems = source.stems().size();
        for (int track = 0; track <= stems; track++) {
            if (!wanted[track] || place >= source.frames()) {
                Arrays.fill(tracks[track], 0, frames * channels(), 0f);
            } else if (track < stems) {
                source.readStem(track, place, tracks[track], 0, frames);
            } else {
                source.readOriginal(place, tracks[track], 0, frames);
            }
        }
    }

    /** Waits until the next frames are there or the song has turned out to end before them. */
    private void await(int frames) throws Fault {
        boolean asked = false;
        while (true) {
            if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the export was cancelled");
            }
            Stretches lasting = source.lasting(order.heard());
            long end = Math.min(place + frames, source.frames());
            if (place >= end || lasting.endOf(place) >= end) {
                return;
            }
            if (!asked) {
                source.wantLasting(lasting.endOf(place));
                asked = true;
            }
            // What has failed in the background is told to whoever reads.
            readTracks(1);
            LockSupport.parkNanos(this, POLL_NANOS);
        }
    }
}
