package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import app.partita.testkit.SoakTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Songs with damage of every sort, through the decoder that the engine listens to: an error or sound, nothing else. */
class MutatedSongsTest {

    private static final int RATE = 44_100;
    /** A damaged header may promise hours of sound, which nobody waits for here. */
    private static final long MOST_FRAMES = 60L * RATE;
    private static final int BLOCK = 8_192;

    private final AudioFiles audio = Sound.audioFiles();

    @TempDir
    private Path folder;

    private final Map<String, byte[]> songs = new LinkedHashMap<>();

    @BeforeEach
    void makeSongs() throws Exception {
        Path wav = Sound.write(folder.resolve("whole.wav"), OutputFormat.WAV16, RATE, 2,
                Sound.tone(440, RATE, RATE / 2, 2));
        Map<String, List<String>> codecs = new LinkedHashMap<>();
        for (String plain : List.of("wav", "flac", "mp3", "ogg", "aiff", "wma", "w64")) {
            codecs.put(plain, List.of());
        }
        codecs.put("opus", List.of("-c:a", "libopus"));
        codecs.put("aac.m4a", List.of("-c:a", "aac"));
        codecs.put("alac.m4a", List.of("-c:a", "alac"));
        codecs.put("mkv", List.of("-c:a", "flac"));
        for (Map.Entry<String, List<String>> codec : codecs.entrySet()) {
            Path song = folder.resolve("song." + codec.getKey());
            List<String> arguments = new ArrayList<>(List.of("-i", wav.toString()));
            arguments.addAll(codec.getValue());
            arguments.add(song.toString());
            Sound.ffmpeg(arguments.toArray(String[]::new));
            songs.put(codec.getKey(), Files.readAllBytes(song));
        }
    }

    @Test
    void someAreSoundOrAFault() throws IOException {
        decode(44, 1);
    }

    @Test
    @Tag("soak")
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void manyAreSoundOrAFault() throws IOException {
        int times = SoakTable.times("mutations", 1_000);
        int heard = decode(times, 2);
        SoakTable.add("mutated-songs", "damaged songs of %d formats decoded".formatted(songs.size()), times, 0,
                "%d gave sound, %d an error".formatted(heard, times - heard));
    }

    private int decode(int times, long seed) throws IOException {
        Random random = new Random(seed);
        List<String> formats = List.copyOf(songs.keySet());
        int heard = 0;
        for (int i = 0; i < times; i++) {
            String format = formats.get(i % formats.size());
            byte[] damaged = damaged(songs.get(format), random);
            Path song = Files.write(folder.resolve("damaged-" + i + "." + format), damaged);
            try {
                heard += isHeard(song) ? 1 : 0;
            } catch (RuntimeException broken) {
                throw new AssertionError("seed " + seed + ", song " + i + ", " + format, broken);
            }
            Files.delete(song);
        }
        return heard;
    }

    private boolean isHeard(Path song) {
        try (PcmReader reader = audio.decodeStereo(audio.probe(song), RATE)) {
            float[] block = new float[2 * BLOCK];
            long frames = 0;
            for (int got = reader.read(block, 0, BLOCK); got > 0 && frames < MOST_FRAMES;
                    got = reader.read(block, 0, BLOCK)) {
                frames += got;
                requireNumbers(block, 2 * got);
            }
            return true;
        } catch (Fault refused) {
            assertThat(refused.getMessage()).contains(song.getFileName().toString());
            assertThat(refused.nextStep()).isNotBlank();
            return false;
        }
    }

    private static void requireNumbers(float[] block, int samples) {
        for (int i = 0; i < samples; i++) {
            if (!Float.isFinite(block[i])) {
                throw new IllegalStateException("sample " + i + " of a block is " + block[i]);
            }
        }
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] song = whole.clone();
        switch (random.nextInt(5)) {
            case 0 -> {
                for (int flips = 1 + random.nextInt(60); flips > 0; flips--) {
                    song[random.nextInt(song.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
            case 1 -> song = Arrays.copyOf(song, random.nextInt(song.length));
            case 2 -> {
                // What a header says of sizes, rates and channels becomes absurd.
                int at = random.nextInt(Math.min(200, song.length - 4));
                Arrays.fill(song, at, at + 4, (byte) (random.nextBoolean() ? 0xff : 0x7f));
            }
            case 3 -> {
                int from = random.nextInt(song.length);
                byte[] noise = new byte[random.nextInt(song.length - from) + 1];
                random.nextBytes(noise);
                System.arraycopy(noise, 0, song, from, Math.min(noise.length, song.length - from));
            }
            default -> {
                int cut = random.nextInt(song.length);
                int again = random.nextInt(song.length);
                byte[] spliced = Arrays.copyOf(song, cut + song.length - again);
                System.arraycopy(song, again, spliced, cut, song.length - again);
                song = spliced;
            }
        }
        return song;
    }
}
