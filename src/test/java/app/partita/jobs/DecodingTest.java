package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.AudioFiles;
import app.partita.stems.MixtureFile;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DecodingTest {

    private static final int RATE = FakeNetwork.SPEC.sampleRate();
    private static final int FRAMES = 5 * RATE;

    @TempDir
    private Path folder;
    private final AudioFiles audio = TestAudio.files();
    private final AtomicBoolean rests = new AtomicBoolean(true);
    private final CountDownLatch asked = new CountDownLatch(3);

    private Decoding start(MixtureFile mixture) throws Exception {
        Path song = TestAudio.wav(folder.resolve("song.wav"), RATE, 2, new float[2 * FRAMES]);
        return Decoding.start(audio, audio.probe(song), FakeNetwork.SPEC, mixture, _ -> { }, () -> {
            asked.countDown();
            return rests.get();
        });
    }

    @Test
    void itRestsAsLongAsItShouldAndThenGoesOnToTheEnd() throws Exception {
        try (MixtureFile mixture = MixtureFile.create(folder.resolve("mixture"), 2); Decoding _ = start(mixture)) {
            asked.await();
            long resting = mixture.frames();
            assertThat(resting).isBetween(1L, FRAMES - 1L);

            rests.set(false);

            assertThat(mixture.awaitFrames(Long.MAX_VALUE, () -> false)).isEqualTo(FRAMES);
        }
    }

    @Test
    void itCanBeStoppedWhileItRests() throws Exception {
        try (MixtureFile mixture = MixtureFile.create(folder.resolve("mixture"), 2)) {
            try (Decoding _ = start(mixture)) {
                asked.await();
            }
            assertThat(mixture.length()).isEmpty();
        }
    }
}
