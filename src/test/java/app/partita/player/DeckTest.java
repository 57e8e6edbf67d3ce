package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DeckTest {

    private static final int FRAMES = 60_000;
    private static final float EXACT = 1e-6f;

    private final DeckHouse house = new DeckHouse(new MemorySong(FRAMES));

    private static void assertSame(float[] actual, float[] expected, int fromFrame) {
        for (int i = fromFrame * MemorySong.CHANNELS; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= EXACT)) {
                throw new AssertionError("frame " + i / MemorySong.CHANNELS + ": " + actual[i] + " for " + expected[i]);
            }
        }
    }

    @Test
    void theSumOfAllStemsIsTheSongFromItsFirstSampleToItsLast() {
        house.deck.go();

        assertSame(house.next(FRAMES / house.block + 1), house.song.at(0, FRAMES), 0);
        assertThat(house.deck.endings()).isOne();
        assertThat(house.deck.isIdle()).isTrue();
        assertThat(house.deck.position()).isZero();
    }

    @Property(tries = 150)
    void whereverItIsSentItPlaysFromThatSampleOn(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = FRAMES - 4000) Integer> targets,
            @ForAll @IntRange(min = 1, max = 20) int blocks) {
        DeckHouse fresh = new DeckHouse(new MemorySong(FRAMES));
        fresh.deck.go();
        fresh.next();
        for (int target : targets) {
            fresh.deck.seek(target);
            float[] faded = fresh.next();
            assertThat(faded[faded.length - 1]).isZero();

            float[] heard = fresh.next(blocks);

            int fadeIn = target == 0 ? 0 : MemorySong.RATE / 250;
            assertSame(heard, fresh.song.at(target, blocks * fresh.block), fadeIn);
            assertThat(fresh.deck.position()).isEqualTo(target + (long) blocks * fresh.block);
        }
    }

    @Test
    void aPauseFadesOutAndItGoesOnAtTheNextSample() {
        house.deck.go();
        house.next(3);
        house.deck.halt();
        float[] fading = house.next();

        assertThat(Math.abs(fading[0])).isGreaterThan(Math.abs(house.song.at(3L * house.block, 1)[0]) * 0.9f);
        assertThat(fading[fading.length - 1]).isZero();
        assertThat(house.next()).containsOnly(0);
        house.deck.go();
        assertSame(house.next(2), house.song.at(4L * house.block, 2 * house.block), MemorySong.RATE / 250);
    }

    @Property(tries = 100)
    void aLoopTurnsFromItsLastSampleToItsFirst(@ForAll @IntRange(min = 0, max = 20_000) int from,
                                               @ForAll @IntRange(min = 20, max = 20_000) int length) {
        DeckHouse fresh = new DeckHouse(new MemorySong(FRAMES));
        fresh.settings(PlayerState.EMPTY.withLoop(Optional.of(new Loop(from, from + length))));
        fresh.deck.seek(from);
        fresh.deck.go();
        float[] heard = fresh.next(60);

        float[] expected = new float[heard.length];
        for (int i = 0; i < heard.length / 2; i++) {
            System.arraycopy(fresh.song.original, (from + i % length) * 2, expected, i * 2, 2);
        }
        assertSame(heard, expected, MemorySong.RATE / 250);
        assertThat(fresh.deck.position()).isBetween((long) from, (long) from + length);
    }

    @Test
    void aLoopThatIsMovedWhileItPlaysTurnsAtItsNewEnd() {
        house.settings(PlayerState.EMPTY.withLoop(Optional.of(new Loop(0, 10_000))));
        house.deck.go();
        house.next(10);
        long here = 10L * house.block;
        Loop shorter = new Loop(400, here + 100);
        house.settings(house.state.withLoop(Optional.of(shorter)));

        float[] heard = house.next(4);

        float[] expected = new float[heard.length];
        System.arraycopy(house.song.at(here, 100), 0, expected, 0, 200);
        System.arraycopy(house.song.at(400, heard.length / 2 - 100), 0, expected, 200, heard.length - 200);
        assertSame(heard, expected, 0);
    }

    @Test
    void withoutTheLoopItPlaysOn() {
        house.settings(PlayerState.EMPTY.withLoop(Optional.of(new Loop(0, 2000))));
        house.deck.go();
        house.next(5);
        house.settings(house.state.withLoop(Optional.empty()));

        assertSame(house.next(40), house.song.at(5L * house.block, 40 * house.block), 0);
    }

    @Test
    void itWaitsWhereTheSongIsNotYetAndGoesOnByItself() {
        house.song.ready = Stretches.NONE.with(0, 5000);
        house.deck.go();
        float[] heard = house.next(60);
        int end = heard.length;
        while (heard[end - 1] == 0) {
            end--;
        }
        int stopped = end / 2 + 1;
        assertThat(house.deck.phase()).isEqualTo(Phase.WAITING);
        assertThat(stopped).isBetween(5000 - 4 * house.block, 5000);
        assertThat(house.deck.position()).isEqualTo(stopped);

        house.song.ready = Stretches.NONE.with(0, FRAMES);

        assertSame(house.next(20), house.song.at(stopped, 20 * house.block), MemorySong.RATE / 250);
        assertThat(house.deck.phase()).isEqualTo(Phase.PLAYING);
    }

    @Test
    void whatItWillMissFirstIsWantedFirst() {
        house.song.ready = Stretches.NONE.with(0, 5000).with(20_000, 30_000);
        house.next();
        assertThat(house.song.wanted).isEqualTo(5000);
        house.deck.seek(21_000);
        house.next(2);
        assertThat(house.song.wanted).isEqualTo(30_000);
        house.deck.seek(40_000);
        house.next(2);
        assertThat(house.song.wanted).isEqualTo(40_000);
    }

    @Test
    void ofALoopWhatComesAfterTheTurnIsWantedBeforeWhatIsBehindIt() {
        house.song.ready = Stretches.NONE.with(20_000, 30_000);
        house.settings(PlayerState.EMPTY.withLoop(Optional.of(new Loop(15_000, 25_000))));
        house.deck.seek(22_000);
        house.next(2);

        assertThat(house.song.wanted).isEqualTo(15_000);
    }

    @Test
    void theOriginalIsHeardWhileTheStemsAreMissing() {
        house.song.ready = Stretches.NONE;
        house.settings(PlayerState.EMPTY.with(Heard.ORIGINAL));
        house.deck.go();

        assertSame(house.next(10), house.song.at(0, 10 * house.block), 0);
    }

    @Test
    void anotherSourceOfTheSameSongTakesOverWithoutABreak() {
        house.deck.go();
        house.next(3);
        MemorySong finished = new MemorySong(FRAMES);
        ReadAhead other = new ReadAhead(finished);
        house.reel.tape.handOver(other);
        float[] before = house.next();
        other.fill();
        float[] heard = house.next(10);

        assertSame(before, house.song.at(3L * house.block, house.block), 0);
        assertSame(heard, house.song.at(4L * house.block, 10 * house.block), 0);
        assertThat(house.reel.source()).isSameAs(finished);
    }

    @Test
    void theMetronomeClicksOnTheBeats() {
        MemorySong silence = new MemorySong(FRAMES);
        Arrays.stream(silence.stems).forEach(stem -> Arrays.fill(stem, 0));
        DeckHouse quiet = new DeckHouse(silence);
        quiet.settings(PlayerState.EMPTY.withClicks(true, false)
                .withBeats(Optional.of(new BeatGrid(new double[] {0.1, 0.6, 1.1}, 2))));
        quiet.deck.go();

        float[] heard = quiet.next(200);

        assertThat(heard[799 * 2]).isZero();
        assertThat(loudest(heard, 800, 900)).isGreaterThan(0.1f);
        assertThat(loudest(heard, 2000, 4800)).isZero();
        assertThat(loudest(heard, 4800, 4900)).isGreaterThan(0.1f);
    }

    @Test
    void aBarIsCountedInTheTimeOfTheBeatsBeforeItGoesOn() {
        house.settings(PlayerState.EMPTY.withClicks(false, true)
                .withBeats(Optional.of(new BeatGrid(new double[] {0, 0.5, 1, 1.5, 2}, 4))));
        house.deck.go();
        house.next();
        assertThat(house.deck.phase()).isEqualTo(Phase.COUNTING_IN);
        int bar = 2 * MemorySong.RATE;
        int blocks = (bar + house.block - 1) / house.block;
        float[] count = house.next(blocks - 1);

        int clicks = 0;
        for (int i = 1; i < 4; i++) {
            int at = blocks * house.block - bar + i * bar / 4 - house.block;
            clicks += loudest(count, at, at + 100) > 0.1f && loudest(count, at - 200, at - 1) == 0 ? 1 : 0;
        }
        assertThat(clicks).isEqualTo(3);
        float[] song = house.next(10);
        assertThat(house.deck.phase()).isEqualTo(Phase.PLAYING);
        assertSame(song, house.song.at(0, 10 * house.block), MemorySong.RATE / 20);
    }

    private static float loudest(float[] sound, int from, int to) {
        float loudest = 0;
        for (int i = from * 2; i < to * 2; i++) {
            loudest = Math.max(loudest, Math.abs(sound[i]));
        }
        return loudest;
    }

    @Test
    void makingSoundAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        house.settings(PlayerState.EMPTY.withLoop(Optional.of(new Loop(1000, 20_000))).withClicks(true, false)
                .withBeats(Optional.of(new BeatGrid(new double[] {0, 0.5, 1, 1.5, 2}, 4))));
        PlayerState muted = house.state.with(MixerState.UNITY.with(StemKind.DRUMS, strip -> strip.withMuted(true)));
        float[] out = new float[house.block * MemorySong.CHANNELS];
        house.deck.go();
        for (int i = 0; i < 2000; i++) {
            house.render(out);
        }
        long allocated = 0;
        for (int i = 0; i < 2000; i++) {
            house.ahead.fill();
            if (i % 100 == 0) {
                house.settings(i % 200 == 0 ? muted : house.state.with(MixerState.UNITY));
                house.deck.seek(i * 3L);
            }
            long before = threads.getCurrentThreadAllocatedBytes();
            house.deck.render(out);
            house.playhead.pending(0, System.nanoTime());
            allocated += threads.getCurrentThreadAllocatedBytes() - before;
        }

        assertThat(allocated).isZero();
    }
}
