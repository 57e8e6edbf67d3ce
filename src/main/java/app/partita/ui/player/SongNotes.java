package app.partita.ui.player;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import app.partita.player.MixerState;
import app.partita.player.Strip;
import app.partita.stems.StemKind;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A song's mix, tempo and key as lines of text; what cannot be understood counts as not said. */
final class SongNotes {

    private static final String MASTER = "master";
    private static final String BPM = "bpm";
    private static final String FIRST_BEAT = "first_beat";
    private static final String KEY = "key";

    private SongNotes() {
    }

    static Map<String, String> of(MixerState mixer) {
        Map<String, String> lines = new HashMap<>();
        lines.put(MASTER, Double.toString(mixer.masterDb()));
        mixer.strips().forEach((stem, strip) -> lines.put(stem.id(), strip.gainDb() + " " + strip.pan() + " "
                + (strip.muted() ? "muted" : "-") + " " + (strip.soloed() ? "soloed" : "-")));
        return lines;
    }

    static MixerState mixer(Map<String, String> notes) {
        Map<StemKind, Strip> strips = new EnumMap<>(StemKind.class);
        for (StemKind stem : StemKind.values()) {
            strip(notes.getOrDefault(stem.id(), "")).ifPresent(strip -> strips.put(stem, strip));
        }
        return new MixerState(strips, number(notes, MASTER).orElse(0.0));
    }

    private static Optional<Strip> strip(String line) {
        String[] parts = line.split(" ");
        if (parts.length != 4) {
            return Optional.empty();
        }
        Optional<Double> gain = number(parts[0]);
        Optional<Double> pan = number(parts[1]);
        return gain.isEmpty() || pan.isEmpty() ? Optional.empty()
                : Optional.of(new Strip(gain.get(), pan.get(), parts[2].equals("muted"), parts[3].equals("soloed")));
    }

    static Map<String, String> of(Music music) {
        Map<String, String> lines = new HashMap<>();
        music.beats().ifPresent(beats -> {
            lines.put(BPM, Double.toString(beats.bpm()));
            lines.put(FIRST_BEAT, Double.toString(beats.at(0)));
        });
        music.key().ifPresent(key -> lines.put(KEY, key.name()));
        return lines;
    }

    /** @param seconds the song's length */
    static Music music(Map<String, String> notes, Music found, double seconds) {
        Music music = found;
        Optional<Double> bpm = number(notes, BPM).filter(value -> value > 1 && value < 1000);
        if (bpm.isPresent() && found.beats().map(Beats::bpm).filter(bpm.get()::equals).isEmpty()) {
            music = found.withBeats(Beats.steady(bpm.get(), number(notes, FIRST_BEAT).orElse(0.0), seconds));
        }
        return key(notes.getOrDefault(KEY, "")).map(music::withKey).orElse(music);
    }

    private static Optional<MusicalKey> key(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(MusicalKey.of(name));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<Double> number(Map<String, String> notes, String key) {
        return number(notes.getOrDefault(key, ""));
    }

    private static Optional<Double> number(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
