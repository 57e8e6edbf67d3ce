package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorLogTest {

    @Test
    void addressesRepetitionsAndChatterAreLeftOut() {
        var log = ErrorLog.parse("""
                [mp3float @ 0x55ad1a68f3c0] Header missing
                    Last message repeated 27 times
                [aist#0:0/mp3 @ 0x55ad1a6ac680] [dec:mp3float @ 0x55ad1a6cd440] Error submitting packet
                [mp3float @ 0x55ad1a6cdf00] Header missing
                [out#0/wav @ 0x5645] Task finished with error code: -28 (No space left on device)
                """, false);
        assertThat(log.lines()).containsExactly("Header missing", "Error submitting packet");
        assertThat(log.first()).isEqualTo("Header missing");
    }

    @Test
    void whatANameHasInBracketsStays() {
        assertThat(ErrorLog.parse("file:/m/[live] a.mp3: No such file", false).first())
                .isEqualTo("file:/m/[live] a.mp3: No such file");
    }

    @Test
    void howeverMuchWasSaidOnlySomeIsKept(@TempDir Path folder) throws Exception {
        var said = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            said.append("complaint ").append(i).append(" x".repeat(i % 500)).append('\n');
        }
        ErrorLog log = ErrorLog.of(Files.writeString(folder.resolve("log"), said));
        assertThat(log.lines()).hasSize(21).last().isEqualTo("… and more");
        assertThat(log.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(250));
    }

    @Test
    void silenceIsNoReason() {
        assertThat(ErrorLog.parse("", false).lines()).isEmpty();
        assertThat(ErrorLog.parse("", false).first()).isEqualTo("no reason given");
    }
}
