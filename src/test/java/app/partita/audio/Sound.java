package app.partita.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Sounds for tests, and the bundled programs to make files of them. */
public final class Sound {

    /** Kept between the test classes, since unpacking takes a second. */
    static final Path CACHE = Path.of("target", "native-cache").toAbsolutePath();

    private Sound() {
    }

    static AudioFiles audioFiles() {
        return new AudioFiles(CACHE);
    }

    /** Interleaved noise on the grid of so many bits, so that integer formats hold it exactly. */
    static float[] noise(int frames, int channels, int bits, long seed) {
        var random = new Random(seed);
        float[] samples = new float[frames * channels];
        float scale = 1 << bits - 1;
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (random.nextInt(1 << bits) - scale) / scale;
        }
        return samples;
    }

    /** A cosine in every channel, phase 0 at frame 0, the amplitude halved from channel to channel. */
    static float[] tone(double hertz, int rate, int frames, int channels) {
        float[] samples = new float[frames * channels];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 / (1 << i % channels) * Math.cos(2 * Math.PI * hertz * (i / channels) / rate));
        }
        return samples;
    }

    static float[] channel(float[] interleaved, int channels, int index) {
        float[] one = new float[interleaved.length / channels];
        for (int i = 0; i < one.length; i++) {
            one[i] = interleaved[i * channels + index];
        }
        return one;
    }

    static float[] readAll(PcmReader reader) throws IOException {
        try (reader) {
            var blocks = new ArrayList<float[]>();
            float[] block = new float[10_007 * reader.channels()];
            for (int got = reader.read(block, 0, 10_007); got > 0; got = reader.read(block, 0, 10_007)) {
                blocks.add(Arrays.copyOf(block, got * reader.channels()));
            }
            float[] all = new float[blocks.stream().mapToInt(b -> b.length).sum()];
            int at = 0;
            for (float[] b : blocks) {
                System.arraycopy(b, 0, all, at, b.length);
                at += b.length;
            }
            return all;
        }
    }

    static ClipReport writeAll(PcmWriter writer, float[] samples, int channels) throws IOException {
        try (writer) {
            writer.write(samples, 0, samples.length / channels);
            return writer.finish();
        }
    }

    static Path write(Path file, OutputFormat format, int rate, int channels, float[] samples) throws IOException {
        writeAll(audioFiles().encode(file, format, rate, channels, SongTags.NONE), samples, channels);
        return file;
    }

    static Path rawFloats(Path file, float[] samples) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(samples);
        return Files.write(file, bytes.array());
    }

    /** Runs the bundled ffmpeg, for files that the program itself never writes. */
    public static void ffmpeg(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of("-v", "error", "-nostdin", "-y"));
        command.addAll(List.of(arguments));
        var programs = new Ffmpeg(new BundledPrograms(CACHE), CACHE.resolve("scratch"), Duration.ofMinutes(2));
        try (FfmpegProcess child = programs.ffmpeg(command)) {
            child.output().readAllBytes();
            int exit = child.awaitExit();
            if (exit != 0) {
                throw new IOException("ffmpeg " + String.join(" ", command), child.errors().asCause(exit));
            }
        }
    }
}
