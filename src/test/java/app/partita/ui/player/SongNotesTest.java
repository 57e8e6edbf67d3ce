package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import app.partita.player.MixerState;
import app.partita.stems.StemKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A song's mix, tempo and key as lines of text, and back. */
class SongNotesTest {

    private static final Music FOUND = Music.UNKNOWN.withBeats(Beats.steady(126, 0.2, 60))
            .withKey(MusicalKey.of("A minor"));

    @Test
    void aMixComesBackAsItWasLeft() {
        MixerState mixer = MixerState.UNITY.with(StemKind.VOCALS, strip -> strip.withGain(-3.6).withSoloed(true))
                .with(StemKind.DRUMS, strip -> strip.withMuted(true).withPan(-0.4))
                .with(StemKind.BASS, strip -> strip.withGain(Double.NEGATIVE_INFINITY)).withMaster(2.5);
        assertThat(SongNotes.mixer(SongNotes.of(mixer))).isEqualTo(mixer);
    }

    @Test
    void nothingSaidIsUnity() {
        assertThat(SongNotes.mixer(Map.of())).isEqualTo(MixerState.UNITY);
    }

    @Test
    void whatCannotBeUnderstoodCountsAsNotSaid() {
        MixerState mixer = SongNotes.mixer(Map.of("drums", "loud 0 - -", "bass", "-3", "vocals", "NaN 0 muted -",
                "other", "-6.0 0.5 muted -", "master", "?"));
        assertThat(mixer).isEqualTo(MixerState.UNITY.with(StemKind.OTHER,
                strip -> strip.withGain(-6).withPan(0.5).withMuted(true)));
    }

    @Test
    void whatAPersonSaidOfTempoAndKeyStandsAboveWhatWasFound() {
        Music right = Music.UNKNOWN.withBeats(Beats.steady(63, 0.5, 60)).withKey(MusicalKey.of("C major"));
        Music back = SongNotes.music(SongNotes.of(right), FOUND, 60);
        assertThat(back.key()).contains(MusicalKey.of("C major"));
        assertThat(back.beats().orElseThrow().bpm()).isEqualTo(63);
        assertThat(back.beats().orElseThrow().at(0)).isEqualTo(0.5);
    }

    @Test
    void theSameTempoKeepsTheBeatsThatWereFound() {
        Music back = SongNotes.music(Map.of("bpm", "126.0", "first_beat", "7"), FOUND, 60);
        assertThat(back.beats()).isEqualTo(FOUND.beats());
    }

    @Test
    void temposThatNoSongHasAndKeysThatAreNoneAreLeftOut() {
        assertThat(SongNotes.music(Map.of("bpm", "0", "key", "H moll"), FOUND, 60)).isEqualTo(FOUND);
        assertThat(SongNotes.music(Map.of("bpm", "1e9"), FOUND, 60)).isEqualTo(FOUND);
        assertThat(SongNotes.music(Map.of("bpm", "NaN"), Music.UNKNOWN, 60)).isEqualTo(Music.UNKNOWN);
    }
}
