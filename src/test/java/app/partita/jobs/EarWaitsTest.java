package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.ListeningOrder;
import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.stems.WorkFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EarWaitsTest {

    private static final int SEGMENT = 100;
    private static final int FIRST_PASS = 1000;

    @TempDir
    private Path folder;
    private final ListeningOrder order = new ListeningOrder();
    private LiveSong song;
    private EarWaits waits;

    @BeforeEach
    void start() throws Fault {
        song = LiveSong.start(new WorkFolders(folder).open(), List.of(StemKind.VOCALS), 1, 44_100, order::wantFirst);
        waits = new EarWaits(song, order, FIRST_PASS, SEGMENT);
    }

    @AfterEach
    void end() throws Fault {
        song.close();
    }

    private void decode(int frames) throws Fault {
        song.mixture().append(new float[frames], 0, frames);
    }

    @Test
    void untilTheFirstPassIsOverNothingIsComputed() throws Fault {
        decode(FIRST_PASS - 1);
        assertThat(waits.isForNetwork()).isFalse();
        decode(1);
        assertThat(waits.isForNetwork()).isTrue();
    }

    @Test
    void theFirstSegmentIsWaitedForUntilItIsThere() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        assertThat(waits.isForNetwork()).isFalse();
    }

    @Test
    void whatPlaysUpToTheEdgeWaitsForNothing() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        song.wantFirst(SEGMENT);
        assertThat(waits.isForNetwork()).isFalse();
    }

    @Test
    void aPlaceFarAheadIsWaitedForUntilItIsThere() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        song.wantFirst(700);
        assertThat(waits.isForNetwork()).isTrue();
        song.stems().markReady(650, 750);
        assertThat(waits.isForNetwork()).isFalse();
    }

    @Test
    @Timeout(20)
    void theDecoderRestsUntilItIsTold() throws Exception {
        decode(FIRST_PASS);
        var passed = new CountDownLatch(1);
        Thread decoder = Thread.ofPlatform().daemon().start(() -> {
            waits.await(() -> false);
            passed.countDown();
        });
        waits.changed();
        assertThat(passed.await(100, TimeUnit.MILLISECONDS)).isFalse();
        song.stems().markReady(0, SEGMENT);
        waits.changed();
        decoder.join();
    }

    @Test
    @Timeout(20)
    void aDecoderThatIsOverDoesNotRest() throws Exception {
        decode(FIRST_PASS);
        var over = new AtomicBoolean();
        Thread decoder = Thread.ofPlatform().daemon().start(() -> waits.await(over::get));
        over.set(true);
        waits.changed();
        decoder.join();
    }

    @Test
    @Timeout(20)
    void whereTheNetworkWaitsForMoreOfTheSongNobodyRests() throws Exception {
        decode(FIRST_PASS);
        Thread network = Thread.ofPlatform().daemon().start(() -> {
            try {
                song.mixture().awaitFrames(Long.MAX_VALUE, () -> false);
            } catch (Fault fault) {
                throw new AssertionError(fault);
            }
        });
        waits.await(() -> false);
        song.mixture().complete();
        network.join();
        assertThat(waits.isForNetwork()).isTrue();
    }

    @Test
    void aPlaceThatIsForeseenIsTheNetworks() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        song.wantFirst(5000);
        song.mixture().foresee(4900, new float[SEGMENT + 99], 0, SEGMENT + 99);
        assertThat(waits.isForNetwork()).isFalse();
        song.mixture().foresee(4900 + SEGMENT + 99, new float[101], 0, 101);
        assertThat(waits.isForNetwork()).isTrue();
        song.stems().markReady(4950, 5050);
        assertThat(waits.isForNetwork()).isFalse();
        song.wantFirst(5150);
        song.mixture().foreseeLength(5300);
        assertThat(waits.isForNetwork()).isFalse();
        song.mixture().foreseeLength(5200);
        assertThat(waits.isForNetwork()).isTrue();
    }

    @Test
    void aPlaceThatIsNotDecodedYetIsWaitedForByTheDecoderFirst() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        song.wantFirst(FIRST_PASS - SEGMENT + 1);
        assertThat(waits.isForNetwork()).isFalse();
        decode(1);
        assertThat(waits.isForNetwork()).isTrue();
    }
}
