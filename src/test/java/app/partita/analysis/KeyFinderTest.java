package app.partita.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.partita.demo.DemoSong;
import app.partita.stems.StemKind;
import app.partita.testkit.Tune;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyFinderTest {

    @Test
    void findsTheKeyOfNineInTenSongs() {
        int right = 0;
        for (int song = 0; song < 24; song++) {
            MusicalKey key = new MusicalKey(song / 2, song % 2 == 0 ? MusicalKey.Mode.MAJOR : MusicalKey.Mode.MINOR);
            float[] music = new Tune(90 + 3 * song, 0, 12, song).music(key.tonic(), song % 2 == 0);
            right += heard(music, 1).equals(Optional.of(key)) ? 1 : 0;
        }

        assertThat(right).isGreaterThanOrEqualTo(22);
    }

    @Test
    void findsTheKeyOfTheDemoSong() {
        DemoSong song = new DemoSong();
        KeyFinder finder = new KeyFinder(DemoSong.SAMPLE_RATE, DemoSong.CHANNELS);
        for (StemKind stem : new StemKind[] {StemKind.BASS, StemKind.OTHER, StemKind.VOCALS}) {
            finder.hear(song.stem(stem), 0, DemoSong.FRAMES);
        }

        assertThat(finder.key().map(MusicalKey::name)).contains(DemoSong.KEY);
    }

    @Test
    void findsTheKeyOfASongThatIsTunedALittleHigh() {
        float[] music = new Tune(100, 0, 12, 5).music(9, true);
        float[] higher = new float[(int) (music.length / 1.018) - 1];
        for (int i = 0; i < higher.length; i++) {
            double at = i * 1.018;
            higher[i] = (float) (music[(int) at] + (at - (int) at) * (music[(int) at + 1] - music[(int) at]));
        }

        assertThat(heard(higher, 1).map(MusicalKey::name)).contains("A major");
    }

    @Test
    void hearsNoKeyInSilence() {
        assertThat(heard(new float[20 * Tune.RATE], 1)).isEmpty();
        assertThat(heard(new float[0], 1)).isEmpty();
    }

    @Test
    void keysAreReadByTheirNames() {
        for (MusicalKey.Mode mode : MusicalKey.Mode.values()) {
            for (int tonic = 0; tonic < 12; tonic++) {
                MusicalKey key = new MusicalKey(tonic, mode);
                assertThat(MusicalKey.of(key.name())).isEqualTo(key);
            }
        }
        assertThat(new MusicalKey(2, MusicalKey.Mode.MAJOR).name()).isEqualTo("D major");
        assertThat(new MusicalKey(10, MusicalKey.Mode.MINOR).moved(3).name()).isEqualTo("C# minor");
        assertThatIllegalArgumentException().isThrownBy(() -> MusicalKey.of("H major"));
    }

    private static Optional<MusicalKey> heard(float[] sound, int channels) {
        KeyFinder finder = new KeyFinder(Tune.RATE, channels);
        finder.hear(sound, 0, sound.length / channels);
        return finder.key();
    }
}
