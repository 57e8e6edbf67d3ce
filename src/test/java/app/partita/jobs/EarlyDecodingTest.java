package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.AudioFiles;
import app.partita.audio.PcmReader;
import app.partita.audio.SongInfo;
import app.partita.engine.ListeningOrder;
import app.partita.engine.ModelSpec;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemKind;
import app.partita.testkit.TestAudio;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EarlyDecodingTest {

    private static final int RATE = 100;
    private static final int SEGMENT = 100;
    private static final int SONG = 20_000;
    private static final int FIRST_PASS = 500;
    private static final int AHEAD = 4 * SEGMENT;
    private static final int BLOCK = 50;
    private static final ModelSpec SPEC = new ModelSpec("fake", List.of(StemKind.VOCALS), RATE, 1, SEGMENT);
    private static final long SETTLED_MILLIS = 150;

    @TempDir
    private Path folder;
    private final ListeningOrder order = new ListeningOrder();
    private final List<FakeReader> readers = new ArrayList<>();
    private final Semaphore opened = new Semaphore(0);
    private boolean blocks;
    private MixtureFile mixture;
    private EarlyDecoding early;

    @BeforeEach
    void start() throws Fault {
        mixture = MixtureFile.create(folder.resolve("mixture"), 1);
        mixture.expect(SONG);
        early = EarlyDecoding.start(this::open, mixture, order, FIRST_PASS, SPEC);
        order.onWish(early::changed);
    }

    @AfterEach
    void end() throws Fault {
        early.close();
        mixture.close();
        assertThat(readers).allMatch(reader -> reader.closed.getCount() == 0);
    }

    private PcmReader open(long second) {
        FakeReader reader = new FakeReader(second * RATE, blocks);
        readers.add(reader);
        opened.release();
        return reader;
    }

    private void decode(int frames) throws Fault {
        mixture.append(new float[frames], 0, frames);
        early.changed();
    }

    private boolean isHeard(long from, long to) {
        return mixture.heard().endOf(from) >= to;
    }

    private static void await(BooleanSupplier come) {
        while (!come.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatIsWantedFarAheadIsForeseenAndNotMuchMore() throws Exception {
        decode(FIRST_PASS);
        order.wantFirst(10_050);
        await(() -> isHeard(10_050, 10_050 + AHEAD));
        float[] read = new float[SEGMENT];
        mixture.read(9950, read, 0, SEGMENT);

        for (int i = 0; i < SEGMENT; i++) {
            assertThat(read[i]).isEqualTo(9950 + i);
        }
        Thread.sleep(SETTLED_MILLIS);
        assertThat(mixture.heard().endOf(10_050)).isLessThan(10_050 + AHEAD + BLOCK);
        assertThat(mixture.heard().list()).hasSize(2);
        assertThat(mixture.frames()).isEqualTo(FIRST_PASS);
    }

    @Test
    void itFollowsTheEar() throws Exception {
        decode(FIRST_PASS);
        order.wantFirst(10_000);
        await(() -> isHeard(10_000, 10_000 + AHEAD));
        order.wantFirst(10_300);
        await(() -> isHeard(10_000, 10_300 + AHEAD));

        assertThat(readers).hasSize(1);
    }

    @Test
    void anotherPlaceEndsWhatWasReadForTheOneBefore() throws Exception {
        blocks = true;
        decode(FIRST_PASS);
        order.wantFirst(10_000);
        opened.acquire();
        blocks = false;
        order.wantFirst(15_000);
        await(() -> isHeard(15_000, 15_000 + SEGMENT));

        assertThat(readers.getFirst().closed.getCount()).isZero();
        assertThat(mixture.heard().list()).hasSize(2);
    }

    @Test
    void whenTheDecoderComesThereItIsOver() throws Exception {
        decode(FIRST_PASS);
        order.wantFirst(10_000);
        await(() -> isHeard(10_000, 10_000 + SEGMENT));
        decode(10_000 + SEGMENT - FIRST_PASS);

        readers.getFirst().closed.await();
        Thread.sleep(SETTLED_MILLIS);
        assertThat(readers).hasSize(1);
    }

    @Test
    void beforeTheFirstPassIsDecodedItWaits() throws Exception {
        decode(FIRST_PASS - 1);
        order.wantFirst(10_000);
        assertThat(opened.tryAcquire(SETTLED_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        decode(1);
        opened.acquire();
    }

    @Test
    void whatIsNearIsLeftToTheDecoder() throws Exception {
        decode(FIRST_PASS);
        order.wantFirst(FIRST_PASS + 2000);

        assertThat(opened.tryAcquire(SETTLED_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void theSongsEndIsReadOnce() throws Exception {
        decode(FIRST_PASS);
        order.wantFirst(SONG - 20);
        await(() -> isHeard(SONG - SEGMENT - 20, SONG) && mixture.foreseenLength().isPresent());
        assertThat(mixture.foreseenLength()).hasValue(SONG);
        opened.acquire();

        assertThat(opened.tryAcquire(SETTLED_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        order.wantFirst(10_000);
        await(() -> isHeard(10_000, 10_000 + SEGMENT));
    }

    @Test
    void whereNoPlaceCanBeFoundTheDecoderIsWaitedFor() throws Exception {
        early.close();
        early = EarlyDecoding.start(second -> {
            opened.release();
            throw new Fault("no places in it", "Convert it");
        }, mixture, order, FIRST_PASS, SPEC);
        decode(FIRST_PASS);
        order.wantFirst(10_000);
        early.changed();
        opened.acquire();
        order.wantFirst(12_000);
        early.changed();

        assertThat(opened.tryAcquire(SETTLED_MILLIS, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(mixture.heard().list()).hasSize(1);
    }

    @Test
    void itCanBeClosedInTheMidstOfASearch() throws Exception {
        blocks = true;
        decode(FIRST_PASS);
        order.wantFirst(10_000);
        opened.acquire();
        early.close();

        assertThat(readers.getFirst().closed.getCount()).isZero();
    }

    @Test
    void whatIsForeseenIsWhatIsDecodedAndNoProcessIsLeft() throws Exception {
        int rate = 44_100;
        float[] sound = TestAudio.chord(rate, 2, 60 * rate);
        AudioFiles audio = TestAudio.files();
        SongInfo song = audio.probe(TestAudio.wav(folder.resolve("song.wav"), rate, 2, sound));
        ModelSpec spec = new ModelSpec("fake", List.of(StemKind.VOCALS), rate, 2, rate);
        ListeningOrder ear = new ListeningOrder();
        try (MixtureFile real = MixtureFile.create(folder.resolve("real"), 2)) {
            real.expect(60L * rate);
            try (EarlyDecoding decoding = EarlyDecoding.start(second -> audio.decodeStereoFrom(song, rate, second),
                    real, ear, 0, spec)) {
                ear.wantFirst(50L * rate + 17);
                decoding.changed();
                await(() -> real.heard().endOf(50L * rate) >= 52L * rate);
            }
            float[] read = new float[2 * 3 * rate];
            real.read(49L * rate + 17, read, 0, 2 * rate);
            assertThat(Arrays.copyOf(read, 2 * 2 * rate)).isEqualTo(
                    Arrays.copyOfRange(sound, 2 * (49 * rate + 17), 2 * (51 * rate + 17)));
        }
        await(() -> ProcessHandle.current().descendants().findAny().isEmpty());
    }

    /** A song whose samples are their own places, but for the first ones after the place it was opened at. */
    private static final class FakeReader implements PcmReader {

        private final CountDownLatch closed = new CountDownLatch(1);
        private final long good;
        private final boolean blocks;
        private long frame;

        FakeReader(long frame, boolean blocks) {
            this.frame = frame;
            this.blocks = blocks;
            good = frame + (long) AudioFiles.LEAD_SECONDS * RATE;
        }

        @Override
        public int sampleRate() {
            return RATE;
        }

        @Override
        public int channels() {
            return 1;
        }

        @Override
        public int read(float[] interleaved, int offset, int frames) {
            if (blocks) {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            if (closed.getCount() == 0) {
                throw new CancellationException();
            }
            int got = (int) Math.min(Math.min(BLOCK, frames), SONG - frame);
            for (int i = 0; i < got; i++, frame++) {
                interleaved[offset + i] = frame < good ? Float.NaN : frame;
            }
            return got == 0 ? -1 : got;
        }

        @Override
        public List<String> warnings() {
            return List.of();
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
