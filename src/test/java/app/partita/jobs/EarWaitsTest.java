package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.ListeningOrder;
import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.stems.WorkFolders;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
        assertThat(waits.getAsBoolean()).isFalse();
        decode(1);
        assertThat(waits.getAsBoolean()).isTrue();
    }

    @Test
    void theFirstSegmentIsWaitedForUntilItIsThere() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        assertThat(waits.getAsBoolean()).isFalse();
    }

    @Test
    void whatPlaysUpToTheEdgeWaitsForNothing() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        song.wantFirst(SEGMENT);
        assertThat(waits.getAsBoolean()).isFalse();
    }

    @Test
    void aPlaceFarAheadIsWaitedForUntilItIsThere() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        song.wantFirst(700);
        assertThat(waits.getAsBoolean()).isTrue();
        song.stems().markReady(650, 750);
        assertThat(waits.getAsBoolean()).isFalse();
    }

    @Test
    void aPlaceThatIsNotDecodedYetIsWaitedForByTheDecoderFirst() throws Fault {
        decode(FIRST_PASS);
        song.stems().markReady(0, SEGMENT);
        song.wantFirst(FIRST_PASS - SEGMENT + 1);
        assertThat(waits.getAsBoolean()).isFalse();
        decode(1);
        assertThat(waits.getAsBoolean()).isTrue();
    }
}
