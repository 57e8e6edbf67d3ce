package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.stems.Stretches;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the deck does, while it plays slower, faster, higher or lower than the song is. */
class DeckStretchTest {

    private static final int FRAMES = 60_000;

    private final DeckHouse house = new DeckHouse(new MemorySong(FRAMES));

    private static PlayerState stretched(double tempo, double semitones) {
        return PlayerState.EMPTY.withStretch(tempo, semitones);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0.75, -12", "1.5, 0", "1.5, 12", "1, 7", "1, -12"})
    void itWaitsBeforeWhatIsNotThereYetAndGoesOnByItself(double tempo, double semitones) {
        DeckHouse whole = new DeckHouse(new MemorySong(FRAMES));
        whole.settings(stretched(tempo, semitones));
        whole.deck.go();
        house.song.ready = Stretches.NONE.with(0, 20_000);
        house.settings(stretched(tempo, semitones));
        house.deck.go();

        int blocks = 0;
        float[] heard = house.next();
        float[] expected = whole.next();
        while (house.deck.phase() == Phase.PLAYING && !house.deck.isShut()) {
            assertThat(heard).isEqualTo(expected);
            heard = house.next();
            expected = whole.next();
            blocks++;
        }
        long stopped = house.deck.position();
        assertThat(stopped).isBetween(20_000L - MemorySong.RATE / 2, 20_000L);
        assertThat(blocks * house.block).isBetween((int) (0.9 * stopped / tempo), (int) (1.1 * stopped / tempo));
        assertThat(heard[heard.length - 1]).isZero();
        house.next();
        assertThat(house.deck.phase()).isEqualTo(Phase.WAITING);
        assertThat(house.deck.position()).isEqualTo(stopped);

        house.song.ready = Stretches.NONE.with(0, FRAMES);
        house.next(20);

        assertThat(house.deck.phase()).isEqualTo(Phase.PLAYING);
        double played = house.deck.position() - stopped;
        assertThat(played).isBetween(19 * house.block * tempo, 21 * house.block * tempo);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0, 3000", "0.75, 3, 777", "1.5, 0, 3000", "1.25, -5, 500", "1, 12, 2000"})
    void aLoopIsStretchedAsIfItWereOneLongSong(double tempo, double semitones, int length) {
        Loop loop = new Loop(5000, 5000 + length);
        house.settings(stretched(tempo, semitones).withLoop(Optional.of(loop)));
        house.deck.seek(loop.from());
        house.deck.go();
        float[] heard = house.next(200);

        TimeStretch alone = new TimeStretch(MemorySong.CHANNELS, MemorySong.RATE);
        alone.tempo(tempo);
        alone.semitones(semitones);
        float[] block = new float[house.block * MemorySong.CHANNELS];
        Turning unrolled = new Turning(house.song, loop);
        for (int i = 0; i < 200; i++) {
            alone.read(unrolled, block, house.block);
            // The first block fades in.
            for (int at = 0; i > 0 && at < block.length; at++) {
                assertThat(heard[i * block.length + at]).isEqualTo(block[at]);
            }
            assertThat(house.deck.position()).isBetween(loop.from(), loop.to());
        }
    }

    /** A loop of a song, again and again. */
    private static final class Turning implements TimeStretch.Input {

        private final MemorySong song;
        private final Loop loop;
        private long read;

        Turning(MemorySong song, Loop loop) {
            this.song = song;
            this.loop = loop;
        }

        @Override
        public void read(float[] interleaved, int frames) {
            for (int i = 0; i < frames; i++, read++) {
                long frame = loop.from() + read % (loop.to() - loop.from());
                System.arraycopy(song.at(frame, 1), 0, interleaved, i * MemorySong.CHANNELS, MemorySong.CHANNELS);
            }
        }
    }

    @Test
    void changingTempoAndPitchWhileItPlaysAllocatesNothing() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        PlayerState loop = PlayerState.EMPTY.withLoop(Optional.of(new Loop(1000, 20_000)));
        PlayerState[] states = {loop, loop.withStretch(0.75, 0), loop.withStretch(1.5, -7), loop.withStretch(1, 12)};
        float[] out = new float[house.block * MemorySong.CHANNELS];
        house.deck.go();
        long least = Long.MAX_VALUE;
        // Java itself takes some bytes once, while it compiles: what is ours comes every time.
        for (int lap = 0; lap < 5; lap++) {
            long allocated = 0;
            for (int i = 0; i < 1000; i++) {
                if (i % 50 == 0) {
                    house.settings(states[i / 50 % states.length]);
                }
                if (i % 130 == 0) {
                    house.deck.seek(i * 3L);
                }
                house.ahead.fill();
                long before = threads.getCurrentThreadAllocatedBytes();
                house.deck.render(out);
                house.playhead.pending(0, System.nanoTime());
                allocated += threads.getCurrentThreadAllocatedBytes() - before;
            }
            least = Math.min(least, allocated);
        }

        assertThat(least).isZero();
    }
}
