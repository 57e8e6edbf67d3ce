package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.AudioFiles;
import app.partita.stems.MixtureFile;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
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
    private final OthersTurn turn = new OthersTurn();

    private Decoding start(MixtureFile mixture) throws Exception {
        Path song = TestAudio.wav(folder.resolve("song.wav"), RATE, 2, new float[2 * FRAMES]);
        return Decoding.start(audio, audio.probe(song), FakeNetwork.SPEC, mixture, _ -> { }, turn);
    }

    @Test
    void itRestsAsLongAsItShouldAndThenGoesOnToTheEnd() throws Exception {
        try (MixtureFile mixture = MixtureFile.create(folder.resolve("mixture"), 2); Decoding _ = start(mixture)) {
            turn.asked.await();
            long resting = mixture.frames();
            assertThat(resting).isBetween(1L, FRAMES - 1L);

            turn.pass();

            assertThat(mixture.awaitFrames(Long.MAX_VALUE, () -> false)).isEqualTo(FRAMES);
        }
    }

    @Test
    void itCanBeStoppedWhileItRests() throws Exception {
        try (MixtureFile mixture = MixtureFile.create(folder.resolve("mixture"), 2)) {
            try (Decoding _ = start(mixture)) {
                turn.asked.await();
            }
            assertThat(mixture.length()).isEmpty();
        }
    }

    /** Not the decoder's until it is passed on. */
    private static final class OthersTurn implements Decoding.Turn {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final Semaphore passed = new Semaphore(0);

        void pass() {
            passed.release(FRAMES);
        }

        @Override
        public void await(BooleanSupplier over) {
            asked.countDown();
            passed.acquireUninterruptibly();
        }

        @Override
        public void changed() {
            pass();
        }
    }
}
