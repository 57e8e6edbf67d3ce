package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.peaks.Columns;
import app.partita.audio.peaks.PeakPyramid;
import app.partita.fault.Fault;
import app.partita.player.SongSource;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is summed up of a song whose stems come little by little. */
class PeakScanTest {

    private static final long FRAMES = 5L * SyntheticSong.RATE;

    private final SyntheticSong song = SyntheticSong.of(5);
    private final List<PeakPyramid> stems = Stream.generate(() -> PeakPyramid.forLength(FRAMES)).limit(4).toList();
    private final PeakPyramid original = PeakPyramid.forLength(FRAMES);
    private final Queue<Runnable> background = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private Stretches summed = Stretches.NONE;

    @Test
    void aWholeSongIsSummedUpOnceAndToldSo() {
        PeakScan scan = scan(song, background::add);
        scan.look();
        work();
        scan.look();
        work();
        assertThat(summed).isEqualTo(Stretches.NONE.with(0, FRAMES));
        assertThat(told).containsExactly("whole");
        assertThat(known(original, 0, FRAMES)).isTrue();
        assertThat(stems).allMatch(stem -> known(stem, 0, FRAMES));
    }

    @Test
    void nothingIsReadWhereItWasAskedFor() {
        scan(song, background::add).look();
        assertThat(summed).isEqualTo(Stretches.NONE);
        assertThat(background).hasSize(1);
    }

    @Test
    void whatIsNotThereYetIsLeftOutUntilItIs() {
        song.ready = Stretches.NONE.with(0, 10_000).with(100_000, 150_000);
        PeakScan scan = scan(song, background::add);
        scan.look();
        work();
        assertThat(known(original, 0, FRAMES)).isTrue();
        assertThat(known(stems.getFirst(), 0, 9_900)).isTrue();
        assertThat(known(stems.getFirst(), 100_400, 149_700)).isTrue();
        assertThat(unknown(stems.getFirst(), 10_500, 99_000)).isTrue();
        assertThat(told).isEmpty();

        song.ready = Stretches.NONE.with(0, FRAMES);
        scan.look();
        work();
        assertThat(stems).allMatch(stem -> known(stem, 0, FRAMES));
        assertThat(told).containsExactly("whole");
    }

    @Test
    void aStretchThatComesWhileTheLastOneIsDoneIsNotForgotten() {
        song.ready = Stretches.NONE.with(0, 100_000);
        PeakScan[] scan = new PeakScan[1];
        scan[0] = new PeakScan(song, stems, original, background::add, new PeakScan.Listener() {
            @Override
            public void summed(long fromFrame, long toFrame) {
                if (song.ready.frames() < FRAMES) {
                    song.ready = Stretches.NONE.with(0, FRAMES);
                }
                scan[0].look();
            }

            @Override
            public void whole() {
                told.add("whole");
            }
        });
        scan[0].look();
        work();
        assertThat(told).containsExactly("whole");
    }

    @Test
    void aLookThatComesJustBeforeTheEndIsMadeUpFor() {
        Stretches[] ready = {Stretches.NONE.with(0, 51_200)};
        PeakScan[] scan = new PeakScan[1];
        SongSource late = new Forwarding(song) {

            @Override
            public Stretches ready() {
                Stretches now = ready[0];
                if (told.isEmpty() && stemsKnown(51_200)) {
                    told.add("looked");
                    ready[0] = Stretches.NONE.with(0, FRAMES);
                    scan[0].look();
                }
                return now;
            }
        };
        scan[0] = scan(late, background::add);
        scan[0].look();
        work();
        assertThat(told).containsExactly("looked", "whole");
    }

    @Test
    void aClosedScanReadsNothingMore() {
        PeakScan scan = scan(song, background::add);
        scan.look();
        scan.close();
        work();
        scan.look();
        assertThat(summed).isEqualTo(Stretches.NONE);
        assertThat(background).isEmpty();
    }

    @Test
    void aSongThatCannotBeReadIsNotReadAgain() {
        SongSource broken = new Forwarding(song) {

            @Override
            public void readOriginal(long frame, float[] interleaved, int offset, int count) throws Fault {
                throw new Fault("song.flac ends too early.", "Take it out of the queue.");
            }
        };
        PeakScan scan = scan(broken, background::add);
        scan.look();
        work();
        scan.look();
        assertThat(background).isEmpty();
        assertThat(told).isEmpty();
    }

    private PeakScan scan(SongSource source, Executor executor) {
        return new PeakScan(source, stems, original, executor, new PeakScan.Listener() {
            @Override
            public void summed(long fromFrame, long toFrame) {
                summed = summed.with(fromFrame, toFrame);
            }

            @Override
            public void whole() {
                told.add("whole");
            }
        });
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }

    private boolean stemsKnown(long frames) {
        return stems.stream().allMatch(stem -> known(stem, 0, frames));
    }

    private static boolean known(PeakPyramid pyramid, long from, long to) {
        Columns columns = read(pyramid, from, to);
        for (int column = 0; column < columns.count(); column++) {
            if (!columns.known(column)) {
                return false;
            }
        }
        return true;
    }

    private static boolean unknown(PeakPyramid pyramid, long from, long to) {
        Columns columns = read(pyramid, from, to);
        for (int column = 0; column < columns.count(); column++) {
            if (columns.known(column)) {
                return false;
            }
        }
        return true;
    }

    private static Columns read(PeakPyramid pyramid, long from, long to) {
        Columns columns = Columns.unknown((int) ((to - from) / pyramid.cell()));
        pyramid.read(from, pyramid.cell(), columns);
        return columns;
    }

    /** All as it is, to be changed in a point. */
    private abstract static class Forwarding implements SongSource {

        private final SongSource all;

        Forwarding(SongSource all) {
            this.all = all;
        }

        @Override
        public List<StemKind> stems() {
            return all.stems();
        }

        @Override
        public int sampleRate() {
            return all.sampleRate();
        }

        @Override
        public int channels() {
            return all.channels();
        }

        @Override
        public long frames() {
            return all.frames();
        }

        @Override
        public Stretches ready() {
            return all.ready();
        }

        @Override
        public Stretches originalReady() {
            return all.originalReady();
        }

        @Override
        public void readStem(int stem, long frame, float[] interleaved, int offset, int count) throws Fault {
            all.readStem(stem, frame, interleaved, offset, count);
        }

        @Override
        public void readOriginal(long frame, float[] interleaved, int offset, int count) throws Fault {
            all.readOriginal(frame, interleaved, offset, count);
        }

        @Override
        public void close() {
            all.close();
        }
    }
}
