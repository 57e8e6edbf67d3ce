package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Songs that are decoded from a place on, held beside those that are decoded from their start. */
class PlaceInSongTest {

    private static final int RATE = 44_100;
    private static final int SECONDS = 16;
    private static final int PLACE = 7;

    @TempDir
    private Path folder;
    private final AudioFiles audio = Sound.audioFiles();

    @ParameterizedTest
    @CsvSource({"44100, mp3, -c:a libmp3lame -b:a 128k", "48000, mp3, -c:a libmp3lame -b:a 192k",
        "44100, mp3, -c:a libmp3lame -q:a 3", "22050, mp3, -c:a libmp3lame -q:a 5 -write_xing 0",
        "44100, m4a, -c:a aac -aac_pns 0 -b:a 160k", "48000, m4a, -c:a alac", "44100, aac, -c:a aac -aac_pns 0 -b:a 96k",
        "44100, flac, -c:a flac", "96000, flac, -c:a flac", "44100, oga, -c:a flac",
        "44100, ogg, -c:a vorbis -strict -2 -b:a 160k", "48000, opus, -c:a libopus -b:a 128k",
        "44100, wav, -c:a pcm_s16le", "48000, wav, -c:a pcm_s24le", "44100, aiff, -c:a pcm_s16be"})
    void fromAPlaceOnASongHasTheSameSamples(int rate, String container, String coding) throws Exception {
        SongInfo song = audio.probe(converted(rate, container, coding));
        float[] whole = Sound.readAll(audio.decodeStereo(song, RATE));
        float[] rest = Sound.readAll(audio.decodeStereoFrom(song, RATE, PLACE));

        int lead = 2 * AudioFiles.LEAD_SECONDS * RATE;
        assertThat(Arrays.copyOfRange(rest, lead, rest.length))
                .isEqualTo(Arrays.copyOfRange(whole, 2 * PLACE * RATE + lead, whole.length));
    }

    @Test
    void pastItsEndThereIsNothing() throws Exception {
        SongInfo song = audio.probe(converted(RATE, "mp3", "-c:a libmp3lame"));

        assertThat(Sound.readAll(audio.decodeStereoFrom(song, RATE, SECONDS + 5))).isEmpty();
    }

    @Test
    void aFormatThatIsVagueAboutItsPlacesIsRefused() throws Exception {
        SongInfo song = audio.probe(converted(RATE, "wma", "-c:a wmav2"));

        assertThatThrownBy(() -> audio.decodeStereoFrom(song, RATE, PLACE)).isInstanceOf(Fault.class);
    }

    private Path converted(int rate, String container, String coding) throws Exception {
        Path raw = Sound.rawFloats(folder.resolve("in.f32"), Sound.noise(SECONDS * rate, 2, 12, 1));
        Path file = folder.resolve("song." + container);
        var arguments = new ArrayList<>(List.of("-f", "f32le", "-ar", Integer.toString(rate), "-ch_layout", "stereo",
                "-i", raw.toString()));
        arguments.addAll(List.of(coding.split(" ")));
        arguments.add(file.toString());
        Sound.ffmpeg(arguments.toArray(String[]::new));
        return file;
    }
}
