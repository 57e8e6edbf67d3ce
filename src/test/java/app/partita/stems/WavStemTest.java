package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stems are read in place, also those that are longer than a WAV file can tell. */
class WavStemTest {

    private static final int RATE = 44_100;
    private static final int FRAME_BYTES = 4;
    private static final int IN_DS64 = -1;

    @TempDir
    private Path folder;

    /** The header of 16-bit stereo: as FFmpeg writes it for files that may become large. */
    private static ByteBuffer header(String id, int size, long bigSize) {
        ByteBuffer bytes = ByteBuffer.allocate(80).order(ByteOrder.LITTLE_ENDIAN);
        text(bytes, id).putInt(IN_DS64);
        text(bytes, "WAVE");
        text(bytes, "RF64".equals(id) ? "ds64" : "JUNK").putInt(28).putLong(bigSize + 72).putLong(bigSize)
                .putLong(bigSize / FRAME_BYTES).putInt(0);
        text(bytes, "fmt ").putInt(16).putShort((short) 1).putShort((short) 2).putInt(RATE).putInt(RATE * FRAME_BYTES)
                .putShort((short) FRAME_BYTES).putShort((short) 16);
        text(bytes, "data").putInt(size);
        return bytes.flip();
    }

    private static ByteBuffer text(ByteBuffer bytes, String id) {
        return bytes.put(id.getBytes(StandardCharsets.US_ASCII));
    }

    private Path file(String id, int size, long bigSize, int... samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(80 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(header(id, size, bigSize));
        for (int sample : samples) {
            bytes.putShort((short) sample);
        }
        return Files.write(folder.resolve("stem.wav"), bytes.array());
    }

    private static float[] read(WavStem stem, long frame, int frames) throws Fault {
        float[] interleaved = new float[2 * frames];
        stem.read(frame, interleaved, 0, frames);
        return interleaved;
    }

    @Test
    void theLengthOfAnRf64IsTheOneItTellsElsewhere() throws Exception {
        try (WavStem stem = new StemShelf().open(file("RF64", IN_DS64, 8, 16_384, -16_384, 8192, -8192, 32_000, 32_000))) {
            assertThat(stem.frames()).isEqualTo(2);
            assertThat(stem.sampleRate()).isEqualTo(RATE);
            assertThat(stem.channels()).isEqualTo(2);
            assertThat(read(stem, 0, 3)).containsExactly(0.5f, -0.5f, 0.25f, -0.25f, 0, 0);
        }
    }

    @Test
    void aPlainLengthInAnRf64Counts() throws Exception {
        try (WavStem stem = new StemShelf().open(file("RF64", 4, 999_999, 16_384, -16_384, 1, 1))) {
            assertThat(stem.frames()).isOne();
        }
    }

    @Test
    void aLengthThatIsNotThereIsCutToTheFile() throws Exception {
        try (WavStem stem = new StemShelf().open(file("RF64", IN_DS64, 6_000_000_000L, 1, 1, 2, 2))) {
            assertThat(stem.frames()).isEqualTo(2);
        }
        try (WavStem stem = new StemShelf().open(file("RIFF", IN_DS64, 0, 1, 1, 2, 2))) {
            assertThat(stem.frames()).isEqualTo(2);
        }
    }

    @Test
    void whatLiesBeyondFourGigabytesIsReadInPlace() throws Exception {
        long bytes = 4_400_000_000L;
        Path file = folder.resolve("long.wav");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.SPARSE,
                StandardOpenOption.WRITE)) {
            channel.write(header("RF64", IN_DS64, bytes), 0);
            ByteBuffer last = ByteBuffer.allocate(FRAME_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            channel.write(last.putShort((short) 8192).putShort((short) -8192).flip(), 80 + bytes - FRAME_BYTES);
        }
        try (WavStem stem = new StemShelf().open(file)) {
            assertThat(stem.frames()).isEqualTo(bytes / FRAME_BYTES);
            assertThat(read(stem, stem.frames() - 2, 3)).containsExactly(0, 0, 0.25f, -0.25f, 0, 0);
        }
    }

    @Test
    void aFileThatBecameShorterIsAFaultThatNamesIt() throws Exception {
        Path file = file("RF64", IN_DS64, 16, 1, 1, 2, 2, 3, 3, 4, 4);
        try (WavStem stem = new StemShelf().open(file)) {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(84);
            }
            assertThatThrownBy(() -> read(stem, 0, 4)).isInstanceOf(Fault.class).hasMessageContaining("stem.wav");
        }
    }
}
