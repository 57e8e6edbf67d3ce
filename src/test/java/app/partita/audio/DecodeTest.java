package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecodeTest {

    private static final int RATE = 44_100;

    private final AudioFiles audio = Sound.audioFiles();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"m4a, aac, 1024", "m4a, alac, 0", "flac, flac, 0", "opus, libopus, 0", "wav, pcm_s16le, 0",
        "wav, pcm_s24le, 0", "wav, pcm_f64le, 0", "aiff, pcm_s16be, 0", "wma, wmav2, 4096", "mkv, flac, 0",
        "mp3, libmp3lame, 0", "w64, pcm_s32le, 0"})
    void everyFormatIsReadAtItsPlaceInTime(String container, String codec, int padding) throws Exception {
        int rate = codec.equals("libopus") ? 48_000 : RATE;
        Path file = converted(Sound.tone(1000, rate, rate, 2), rate, container, "-c:a", codec, "-b:a", "192k");
        SongInfo info = audio.probe(file);
        assertThat(info.sampleRate()).isEqualTo(rate);
        assertThat(info.channels()).isEqualTo(2);
        float[] sound = Sound.readAll(audio.decode(info));
        if (codec.startsWith("wma")) {
            assertThat(sound.length / 2).isBetween(rate - padding, rate + padding);
        } else {
            assertThat(sound.length / 2).isBetween(rate, rate + padding);
            ToneFit tone = ToneFit.of(Sound.channel(sound, 2, 0), 1000, rate);
            assertThat(tone.delayFrames()).isBetween(-0.2, 0.2);
            assertThat(tone.amplitude()).isBetween(0.48, 0.52);
        }
        info.declaredFrames().ifPresent(frames -> assertThat(sound).hasSize((int) frames * 2));
    }

    @Test
    void eightBitsAreRead() throws Exception {
        Path file = converted(Sound.tone(1000, RATE, RATE, 2), RATE, "wav", "-c:a", "pcm_u8");
        SongInfo info = audio.probe(file);
        assertThat(info.channelLayout()).isEqualTo("stereo");
        assertThat(Sound.readAll(audio.decode(info))).hasSize(2 * RATE);
        assertThat(Sound.readAll(audio.decodeStereo(info, RATE))).hasSize(2 * RATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-dash.wav", "a:b.wav", "100%03d.wav", "file:x.wav",
        "Лития — 锂 🎧 'q' \"d\".wav", " blank .wav", "[a]{b}?.wav", "back\\slash.wav", "no extension"})
    void anyNameIsReadAndWritten(String name) throws IOException {
        float[] samples = Sound.noise(5_000, 2, 16, 5);
        Path file = Sound.write(folder.resolve(name), OutputFormat.WAV16, RATE, 2, samples);
        assertThat(Sound.readAll(audio.decode(audio.probe(file)))).isEqualTo(samples);
    }

    @Test
    void theSoundOfAVideoIsRead() throws Exception {
        Path raw = Sound.rawFloats(folder.resolve("in.f32"), Sound.tone(1000, RATE, RATE, 2));
        Path file = folder.resolve("clip.mp4");
        Sound.ffmpeg("-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-f", "f32le", "-ar", "44100", "-ch_layout", "stereo",
                "-i", raw.toString(), "-c:v", "mpeg4", "-c:a", "aac", file.toString());
        assertThat(Sound.readAll(audio.decode(audio.probe(file))).length).isGreaterThanOrEqualTo(2 * RATE);
    }

    @Test
    void monoIsDoubledForTheEngine() throws IOException {
        float[] samples = Sound.noise(5_000, 1, 24, 6);
        SongInfo info = audio.probe(Sound.write(folder.resolve("m.wav"), OutputFormat.WAV24, RATE, 1, samples));
        float[] heard = Sound.readAll(audio.decodeStereo(info, RATE));
        assertThat(Sound.channel(heard, 2, 0)).isEqualTo(samples);
        assertThat(Sound.channel(heard, 2, 1)).isEqualTo(samples);
    }

    @ParameterizedTest
    @CsvSource({"2, stereo", "3, 2.1", "4, quad", "6, 5.1", "6, 5.1(side)", "8, 7.1"})
    void ofMoreChannelsOnlyTheFrontTwoAreHeard(int channels, String layout) throws IOException {
        float[] samples = Sound.noise(5_000, channels, 24, 7);
        Path file = folder.resolve("s.wav");
        Sound.writeAll(audio.encode(file, OutputFormat.WAV24, RATE, channels, layout, SongTags.NONE), samples,
                channels);
        float[] heard = Sound.readAll(audio.decodeStereo(audio.probe(file), RATE));
        assertThat(Sound.channel(heard, 2, 0)).isEqualTo(Sound.channel(samples, channels, 0));
        assertThat(Sound.channel(heard, 2, 1)).isEqualTo(Sound.channel(samples, channels, 1));
    }

    @Test
    void theEngineHearsAnotherRateInTime() throws IOException {
        float[] samples = Sound.tone(5_000, 96_000, 96_000, 1);
        SongInfo info = audio.probe(Sound.write(folder.resolve("h.flac"), OutputFormat.FLAC, 96_000, 1, samples));
        PcmReader reader = audio.decodeStereo(info, RATE);
        assertThat(reader.sampleRate()).isEqualTo(RATE);
        float[] heard = Sound.readAll(reader);
        assertThat(heard).hasSize(2 * RATE);
        ToneFit tone = ToneFit.of(Sound.channel(heard, 2, 1), 5_000, RATE);
        assertThat(tone.delayFrames()).isBetween(-0.01, 0.01);
        assertThat(ToneFit.decibels(tone.residual())).isLessThan(-100);
    }

    @ParameterizedTest
    @CsvSource({"48000, 2", "22050, 1", "44100, 1"})
    void aChangeInMidStreamDoesNotBreakTheSong(int secondRate, int secondChannels) throws Exception {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(mp3(RATE, 2));
        joined.writeBytes(mp3(secondRate, secondChannels));
        SongInfo info = audio.probe(Files.write(folder.resolve("joined.mp3"), joined.toByteArray()));
        for (PcmReader reader : new PcmReader[] {audio.decode(info), audio.decodeStereo(info, RATE),
            audio.decodeStereo(info, 48_000)}) {
            int rate = reader.sampleRate();
            float[] sound = Sound.readAll(reader);
            assertThat(sound.length / 2).isBetween(4 * rate - 6_000, 4 * rate + 6_000);
            float[] later = Arrays.copyOfRange(sound, 5 * rate, 7 * rate);
            assertThat(Math.abs(ToneFit.of(Sound.channel(later, 2, 0), 1000, rate).amplitude())).isBetween(0.3, 0.6);
        }
    }

    @Test
    void wildNumbersBecomeSilenceWithAWarning() throws IOException {
        float[] samples = Sound.noise(5_000, 2, 24, 8);
        Path file = Sound.write(folder.resolve("w.wav"), OutputFormat.WAV32F, RATE, 2, samples);
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer view = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int data = bytes.length - samples.length * Float.BYTES;
        view.putFloat(data + 400, Float.NaN).putFloat(data + 800, Float.NEGATIVE_INFINITY);
        samples[100] = 0;
        samples[200] = 0;
        PcmReader reader = audio.decode(audio.probe(Files.write(file, bytes)));
        assertThat(Sound.readAll(reader)).isEqualTo(samples);
        assertThat(reader.warnings()).singleElement().asString().startsWith("2 samples");
    }

    @Test
    void aFlacCutShortIsAFaultAtItsEnd() throws IOException {
        Path whole = Sound.write(folder.resolve("f.flac"), OutputFormat.FLAC, 48_000, 2,
                Sound.noise(200_000, 2, 24, 9));
        byte[] bytes = Files.readAllBytes(whole);
        SongInfo info = audio.probe(Files.write(folder.resolve("cut.flac"), Arrays.copyOf(bytes, bytes.length / 2)));
        for (PcmReader reader : new PcmReader[] {audio.decode(info), audio.decodeStereo(info, RATE)}) {
            assertThatThrownBy(() -> Sound.readAll(reader)).isInstanceOf(Fault.class)
                    .hasMessageContaining("cut.flac ends early: ").hasMessageEndingWith(" of 200000 frames.");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0xFFFFFFFFL, 0xFFFFFFF0L, 0x10000000L})
    void aWavThatClaimsTooMuchIsReadWithAWarning(long claim) throws IOException {
        float[] samples = Sound.noise(441_000, 2, 16, 10);
        Path file = Sound.write(folder.resolve("big.wav"), OutputFormat.WAV16, RATE, 2, samples);
        byte[] bytes = Files.readAllBytes(file);
        int sizeField = bytes.length - samples.length * 2 - 4;
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int) claim).putInt(sizeField, (int) claim);
        SongInfo info = audio.probe(Files.write(file, bytes));
        assertThat(info.warnings()).singleElement().asString().contains(Long.toString(claim), "1764000");
        assertThat(info.estimatedSeconds()).hasValue(10);
        assertThat(Sound.readAll(audio.decode(info))).isEqualTo(samples);
    }

    @Test
    void damageThatTheDecoderSurvivesIsAWarning() throws Exception {
        var joined = new ByteArrayOutputStream();
        joined.writeBytes(mp3(RATE, 2));
        byte[] garbage = new byte[30_000];
        new Random(11).nextBytes(garbage);
        joined.writeBytes(garbage);
        joined.writeBytes(mp3(RATE, 2));
        PcmReader reader = audio.decode(audio.probe(Files.write(folder.resolve("g.mp3"), joined.toByteArray())));
        assertThat(Sound.readAll(reader).length).isGreaterThan(2 * 2 * RATE);
        assertThat(reader.warnings()).isNotEmpty().hasSizeLessThanOrEqualTo(25)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(300).doesNotContain(" @ 0x"));
    }

    @Test
    void aSongWithoutOneFrameIsAFault() throws Exception {
        Path file = folder.resolve("nothing.wav");
        Sound.ffmpeg("-f", "lavfi", "-i", "anullsrc", "-t", "0", file.toString());
        SongInfo info = audio.probe(file);
        assertThatThrownBy(() -> Sound.readAll(audio.decode(info))).isInstanceOf(Fault.class)
                .hasMessageContaining("nothing.wav has no sound in it");
    }

    private byte[] mp3(int rate, int channels) throws IOException {
        Path file = Sound.write(folder.resolve("part.mp3"), OutputFormat.MP3, rate, channels,
                Sound.tone(1000, rate, 2 * rate, channels));
        return Files.readAllBytes(file);
    }

    private Path converted(float[] stereo, int rate, String container, String... arguments) throws Exception {
        Path raw = Sound.rawFloats(folder.resolve("in.f32"), stereo);
        Path file = folder.resolve("song." + container);
        var all = new ArrayList<>(List.of("-f", "f32le", "-ar", Integer.toString(rate),
                "-ch_layout", "stereo", "-i", raw.toString()));
        all.addAll(Arrays.asList(arguments));
        all.add(file.toString());
        Sound.ffmpeg(all.toArray(String[]::new));
        return file;
    }
}
