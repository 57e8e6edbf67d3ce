package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncodeTest {

    private final AudioFiles audio = Sound.audioFiles();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"WAV16, 16, 2", "WAV24, 24, 2", "WAV32F, 24, 1", "FLAC, 24, 2", "WAV24, 24, 6", "FLAC, 24, 6",
        "WAV16, 16, 10"})
    void losslessFormatsGiveBackEverySample(OutputFormat format, int bits, int channels) throws IOException {
        float[] samples = Sound.noise(70_001, channels, bits, 1);
        Path file = Sound.write(folder.resolve("out.bin"), format, 48_000, channels, samples);
        SongInfo info = audio.probe(file);
        assertThat(info.sampleRate()).isEqualTo(48_000);
        assertThat(info.channels()).isEqualTo(channels);
        assertThat(info.declaredFrames()).hasValue(70_001);
        assertThat(Sound.readAll(audio.decode(info))).isEqualTo(samples);
    }

    @Test
    void floatWavKeepsWhatIsBeyondFullScale() throws IOException {
        float[] samples = {0, 3.5f, -7.25f, 1e-9f};
        Path file = Sound.write(folder.resolve("hot.wav"), OutputFormat.WAV32F, 44_100, 1, samples);
        assertThat(Sound.readAll(audio.decode(audio.probe(file)))).isEqualTo(samples);
    }

    @Test
    void cutSamplesAreReported() throws IOException {
        float[] samples = {0, 3.5f, -1.25f, 0.5f};
        PcmWriter writer = audio.encode(folder.resolve("hot.wav"), OutputFormat.WAV16, 44_100, 2, SongTags.NONE);
        assertThat(Sound.writeAll(writer, samples, 2)).isEqualTo(new ClipReport(2, 3.5f));
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void theSameSamplesGiveTheSameBytes(OutputFormat format) throws IOException {
        float[] samples = Sound.noise(30_000, 2, 24, 2);
        Path first = Sound.write(folder.resolve("a." + format.extension()), format, 44_100, 2, samples);
        Path second = Sound.write(folder.resolve("b." + format.extension()), format, 44_100, 2, samples);
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @ParameterizedTest
    @CsvSource({"8000, 100", "11025, 20001", "16000, 5000", "22050, 30000", "24000, 1151", "32000, 1152", "44100, 47",
        "44100, 44100", "44100, 100001", "48000, 12345"})
    void mp3DecodesToTheLengthThatWasWritten(int rate, int frames) throws IOException {
        float[] samples = Sound.tone(440, rate, frames, 2);
        SongInfo info = audio.probe(Sound.write(folder.resolve("x.mp3"), OutputFormat.MP3, rate, 2, samples));
        assertThat(info.sampleRate()).isEqualTo(rate);
        assertThat(Sound.readAll(audio.decode(info))).hasSize(frames * 2);
    }

    @Test
    void mp3IsNotShiftedInTime() throws IOException {
        float[] samples = Sound.tone(1000, 44_100, 44_100, 1);
        SongInfo info = audio.probe(Sound.write(folder.resolve("x.mp3"), OutputFormat.MP3, 44_100, 1, samples));
        var tone = ToneFit.of(Sound.readAll(audio.decode(info)), 1000, 44_100);
        assertThat(tone.delayFrames()).isBetween(-0.05, 0.05);
        assertThat(tone.amplitude()).isBetween(0.49, 0.51);
    }

    @ParameterizedTest
    @CsvSource({"96000, 48000", "88200, 44100", "192000, 48000", "37000, 32000", "4000, 8000"})
    void mp3TakesTheNearestRateItKnows(int rate, int expected) throws IOException {
        float[] samples = Sound.tone(440, rate, rate, 2);
        SongInfo info = audio.probe(Sound.write(folder.resolve("x.mp3"), OutputFormat.MP3, rate, 2, samples));
        assertThat(info.sampleRate()).isEqualTo(expected);
        assertThat(Sound.readAll(audio.decode(info))).hasSize(expected * 2);
    }

    @ParameterizedTest
    @EnumSource(OutputFormat.class)
    void tagsAreWrittenButForThoseOfTheOldFile(OutputFormat format) throws IOException {
        var named = new LinkedHashMap<String, String>();
        named.put("title", "Лития = 锂; # 🎧 \\n");
        named.put("artist", "-v 'A' \"B\"");
        named.put("album", "Ünïcode");
        named.put("genre", "two\nlines");
        named.put("encoder", "Old 1.0");
        named.put("replaygain_track_gain", "-7 dB");
        Path file = folder.resolve("t." + format.extension());
        Sound.writeAll(audio.encode(file, format, 44_100, 2, SongTags.of(named)), new float[20_000], 2);
        SongTags read = audio.probe(file).tags();
        assertThat(read.title()).isEqualTo(named.get("title"));
        assertThat(read.artist()).isEqualTo(named.get("artist"));
        assertThat(read.album()).isEqualTo(named.get("album"));
        assertThat(read.all()).containsEntry("genre", named.get("genre")).doesNotContainKey("replaygain_track_gain");
        assertThat(read.all().getOrDefault("encoder", "")).doesNotContain("Old");
    }

    @ParameterizedTest
    @CsvSource({"WAV24, 5.1(side)", "FLAC, 5.1(side)", "WAV24, 5.1", "FLAC, 5.1"})
    void theChannelLayoutIsKept(OutputFormat format, String layout) throws IOException {
        Path file = folder.resolve("s." + format.extension());
        Sound.writeAll(audio.encode(file, format, 44_100, 6, layout, SongTags.NONE), new float[60_000], 6);
        assertThat(audio.probe(file).channelLayout()).isEqualTo(layout);
    }

    @ParameterizedTest
    @CsvSource({"MP3, 3, wav24 or flac", "FLAC, 9, wav24", "MP3, 9, wav24", "WAV16, 65, wav24"})
    void tooManyChannelsAreAFault(OutputFormat format, int channels, String advice) {
        Path file = folder.resolve("many");
        assertThatThrownBy(() -> audio.encode(file, format, 44_100, channels, SongTags.NONE))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault).hasMessageContaining("many").hasMessageContaining(channels + ".");
                    assertThat(fault.nextStep()).contains(advice);
                });
        assertThat(file).doesNotExist();
    }

    @Test
    void closingWithoutFinishingLeavesNoFile() throws IOException {
        Path file = folder.resolve("half.wav");
        PcmWriter writer = audio.encode(file, OutputFormat.WAV24, 44_100, 2, SongTags.NONE);
        writer.write(new float[200_000], 0, 100_000);
        writer.close();
        writer.close();
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> writer.write(new float[2], 0, 1)).isInstanceOf(CancellationException.class);
    }

    @Test
    void aMissingFolderIsAFault() {
        assertThatThrownBy(() -> audio.encode(folder.resolve("no/x.wav"), OutputFormat.WAV24, 44_100, 2, SongTags.NONE))
                .isInstanceOf(Fault.class).hasMessageContaining("its folder is gone");
    }

    @ParameterizedTest
    @EnabledOnOs(OS.LINUX)
    @EnumSource(OutputFormat.class)
    void aFullDiskIsAFaultThatSaysSo(OutputFormat format) throws IOException {
        Path full = Files.createSymbolicLink(folder.resolve("full"), Path.of("/dev/full"));
        PcmWriter writer = audio.encode(full, format, 44_100, 2, SongTags.NONE);
        assertThatThrownBy(() -> Sound.writeAll(writer, Sound.noise(500_000, 2, 24, 3), 2))
                .isInstanceOf(Fault.class).hasMessageContaining("The disk is full");
        assertThat(Files.isSymbolicLink(full)).isFalse();
    }
}
