package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavHeaderTest {

    @TempDir
    Path folder;

    @Test
    void theBigSizeOfAnRf64Counts() throws IOException {
        WavHeader header = WavHeader.of(file("RF64", 0xFFFFFFFF, 6_000_000_000L, 100));
        assertThat(header).isEqualTo(new WavHeader(6_000_000_000L, 100));
        assertThat(header.warning()).contains("6000000000", "100");
    }

    @Test
    void aHonestHeaderAndTheZeroOfACrashedRecorderWarnOfNothing() throws IOException {
        assertThat(WavHeader.of(file("RIFF", 100, 0, 100)).warning()).isEmpty();
        assertThat(WavHeader.of(file("RIFF", 0, 0, 100)).warning()).isEmpty();
    }

    @Property(tries = 200)
    void anyBytesAreReadToAnEnd(@ForAll byte[] rest) throws IOException {
        Path file = Files.createTempFile("any", ".wav");
        try {
            var bytes = ByteBuffer.allocate(12 + rest.length).put("RIFF0000WAVE".getBytes()).put(rest);
            assertThat(WavHeader.of(Files.write(file, bytes.array())).presentBytes()).isNotNegative();
        } finally {
            Files.delete(file);
        }
    }

    private Path file(String id, int dataSize, long bigSize, int sound) throws IOException {
        var bytes = ByteBuffer.allocate(12 + 36 + 8 + sound).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(id.getBytes()).putInt(-1).put("WAVE".getBytes());
        bytes.put("ds64".getBytes()).putInt(28).putLong(bigSize + 72).putLong(bigSize).putLong(0).putInt(0);
        bytes.put("data".getBytes()).putInt(dataSize);
        return Files.write(folder.resolve("x.wav"), bytes.array());
    }
}
