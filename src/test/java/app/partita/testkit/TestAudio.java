package app.partita.testkit;

import app.partita.audio.AudioFiles;
import app.partita.audio.PcmReader;
import app.partita.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Sound files for tests, and the bundled programs that read them. */
public final class TestAudio {

    /** Kept between the test classes, since unpacking takes a second. */
    public static final Path CACHE = Path.of("target", "native-cache").toAbsolutePath();

    private TestAudio() {
    }

    public static AudioFiles files() {
        return new AudioFiles(CACHE);
    }

    /** Writes interleaved samples as a plain 32-bit float WAV file, parents included. */
    public static Path wav(Path file, int rate, int channels, float... interleaved) {
        return wav(file, rate, channels, interleaved.length * Float.BYTES, interleaved);
    }

    /** As above, with a header that claims to hold {@code claimedBytes} of sound. */
    public static Path wav(Path file, int rate, int channels, int claimedBytes, float... interleaved) {
        ByteBuffer bytes = ByteBuffer.allocate(44 + interleaved.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(claimedBytes + 36);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 3);
        bytes.putShort((short) channels).putInt(rate).putInt(rate * channels * Float.BYTES);
        bytes.putShort((short) (channels * Float.BYTES)).putShort((short) 32);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(claimedBytes);
        for (float sample : interleaved) {
            bytes.putFloat(sample);
        }
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A quiet chord of that many frames, different in each channel. */
    public static float[] chord(int rate, int channels, int frames) {
        float[] samples = new float[frames * channels];
        for (int i = 0; i < samples.length; i++) {
            double seconds = (double) (i / channels) / rate;
            int channel = i % channels;
            samples[i] = (float) (0.2 * Math.sin(2 * Math.PI * (220 + 110 * channel) * seconds)
                    + 0.1 * Math.sin(2 * Math.PI * 1500 * seconds));
        }
        return samples;
    }

    /** All samples of a file, interleaved, at its own rate. */
    public static float[] read(Path file) throws Fault {
        AudioFiles audio = files();
        try (PcmReader reader = audio.decode(audio.probe(file))) {
            float[] samples = new float[1 << 16];
            int floats = 0;
            int channels = reader.channels();
            int frames;
            while ((frames = reader.read(samples, floats, (samples.length - floats) / channels)) >= 0) {
                floats += frames * channels;
                if (samples.length - floats < channels) {
                    samples = Arrays.copyOf(samples, 2 * samples.length);
                }
            }
            return Arrays.copyOf(samples, floats);
        }
    }
}
