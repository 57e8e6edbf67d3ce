package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.SegmentNetwork;
import app.partita.fault.Fault;
import app.partita.testkit.SmallModel;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Songs that the small golden network separates at the same time. */
@Timeout(300)
class TwoAtOnceTest {

    private static final int RATE = 44_100;
    /** Two segments. */
    private static final int FRAMES = 35_000;

    @TempDir
    private Path folder;
    private final AtomicInteger loaded = new AtomicInteger();
    private final List<Runnable> later = Collections.synchronizedList(new ArrayList<>());

    @Test
    void eachIsWhatItWouldBeAloneAndNoMoreNetworksAreLoadedThanRunAtOnce() throws Exception {
        List<Path> songs = List.of(song("a", 1), song("b", 2));
        Map<String, String> alone = separated("alone", songs, 1);
        assertThat(loaded).hasValue(1);
        assertThat(alone).hasSize(8);
        assertThat(alone.values()).doesNotHaveDuplicates();
        assertThat(separated("at once", songs, 2)).isEqualTo(alone);
        assertThat(loaded).hasValue(3);
    }

    /** The checksums of the stems, by the names of song and stem. */
    private Map<String, String> separated(String home, List<Path> songs, int atOnce) throws Exception {
        NetworkShelf shelf = new NetworkShelf(this::load, new NetworkShelf.Terms(() -> "golden", () -> atOnce,
                later::add));
        Map<String, String> stems = new TreeMap<>();
        try (RealQueue real = new RealQueue(folder.resolve(home), shelf).restored()) {
            real.queue.concurrency(atOnce);
            JobSettings settings = new JobSettings("small", JobSettings.DEFAULT.format(),
                    JobSettings.DEFAULT.options(), JobSettings.DEFAULT.remainder(),
                    Optional.of(folder.resolve(home).resolve("stems")), false);
            real.queue.add(songs, settings, Duplicates.ASK);
            real.awaitOver(songs.size());
            for (Job job : real.queue.jobs()) {
                assertThat(job.state()).as(job.name()).isEqualTo(JobState.COMPLETED);
                assertThat(percents(real, job)).isSorted().contains(10, 50, 100);
                for (StemFile stem : job.run().result().orElseThrow().stems()) {
                    stems.put(job.name() + " " + stem.name(), stem.sha256().orElseThrow());
                }
            }
        }
        return stems;
    }

    private static List<Integer> percents(RealQueue real, Job job) {
        return real.heard.changes.stream().filter(change -> change.id().equals(job.id()))
                .map(change -> change.progress().percent()).toList();
    }

    private SegmentNetwork load(String model, NetworkLoader.Listener listener, BooleanSupplier no)
            throws Fault {
        loaded.incrementAndGet();
        return SmallModel.load(model, listener);
    }

    private Path song(String name, long seed) {
        Random random = new Random(seed);
        float[] noise = new float[FRAMES * 2];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.1 * random.nextGaussian());
        }
        return TestAudio.wav(folder.resolve("music").resolve(name + ".wav"), RATE, 2, noise);
    }
}
