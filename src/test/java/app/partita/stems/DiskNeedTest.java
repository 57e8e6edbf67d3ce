package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.OutputFormat;
import org.junit.jupiter.api.Test;

class DiskNeedTest {

    @Test
    void countsTheMixtureTheStemsAndTheirFiles() {
        var need = DiskNeed.of(600, 48_000, 6, 44_100, 4, OutputFormat.WAV24);

        long work = 600L * 44_100 * 2 * 4 * 5;
        long output = 600L * 48_000 * 6 * 3 * 4;
        assertThat(need.workBytes()).isBetween(work, work + (100 << 20));
        assertThat(need.outputBytes()).isBetween(output, output + (100 << 20));
    }

    @Test
    void anMp3NeedsWhatItsBitRateSays() {
        assertThat(DiskNeed.of(600, 44_100, 2, 44_100, 4, OutputFormat.MP3).outputBytes())
                .isBetween(600L * 40_000 * 4, 600L * 40_000 * 4 + (100 << 20));
    }

    @Test
    void segmentsThatWaitForEachOtherNeedRoomToo() {
        var need = DiskNeed.of(600, 44_100, 2, 44_100, 4, OutputFormat.WAV24);

        assertThat(need.withSegments(20, 343_980 * 8).workBytes() - need.workBytes())
                .isEqualTo(20L * 343_980 * 8 * 4);
    }
}
