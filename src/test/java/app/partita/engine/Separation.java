package app.partita.engine;

import app.partita.engine.SeparationEngine.Layout;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemWorkFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.BooleanSupplier;

/** Work files in a temporary folder and all that one separation needs. */
final class Separation implements AutoCloseable {

    final Path folder;
    final MixtureFile mixture;
    final StemWorkFile stems;

    private boolean kept;

    Separation() throws IOException {
        this(Files.createTempDirectory("separation"));
    }

    private Separation(Path folder) throws IOException {
        this.folder = folder;
        mixture = MixtureFile.create(folder.resolve("mixture.f32"), 2);
        stems = StemWorkFile.open(folder.resolve("stems"), FakeNetwork.STEMS, 2, 100);
    }

    /** With a song that is there from the start. */
    static Separation of(float[] song) throws IOException {
        return in(Files.createTempDirectory("separation"), song);
    }

    /** With a song that is still to come, in this folder, where an earlier one may have left something. */
    static Separation in(Path folder) throws IOException {
        return new Separation(folder);
    }

    /** The same with a song that is there. */
    static Separation in(Path folder, float[] song) throws IOException {
        var separation = new Separation(folder);
        separation.mixture.append(song, 0, song.length / 2);
        separation.mixture.complete();
        return separation;
    }

    /** The stems stay in the folder when this is closed. */
    void keep() {
        kept = true;
    }

    /** A few seconds of noise, interleaved stereo. */
    static float[] noise(int frames, long seed) {
        var random = new Random(seed);
        var song = new float[frames * 2];
        for (int i = 0; i < song.length; i++) {
            song[i] = (float) random.nextGaussian() * 0.3f;
        }
        return song;
    }

    void run(SegmentNetwork network, Normalisation normalisation, Layout layout, SegmentOrder order,
             EngineListener listener, BooleanSupplier cancelled) throws Fault {
        new SeparationEngine(network).separate(mixture, normalisation, layout, order, stems, listener, cancelled);
    }

    void run(SegmentNetwork network, Layout layout) throws Fault {
        run(network, Normalisation.NONE, layout, SegmentOrder.sequential(), EngineListener.NONE, () -> false);
    }

    /** All of a stem, interleaved. */
    float[] stem(int stem) throws Fault {
        var samples = new float[(int) mixture.frames() * 2];
        stems.read(stem, 0, samples, 0, samples.length / 2);
        return samples;
    }

    float[][] allStems() throws Fault {
        var all = new float[FakeNetwork.STEMS.size()][];
        for (int stem = 0; stem < all.length; stem++) {
            all[stem] = stem(stem);
        }
        return all;
    }

    @Override
    public void close() throws IOException {
        mixture.close();
        if (kept) {
            stems.keep();
        }
        stems.close();
        if (!kept) {
            Files.delete(folder);
        }
    }
}
