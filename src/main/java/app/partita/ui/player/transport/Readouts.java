package app.partita.ui.player.transport;

import app.partita.analysis.MusicalKey;
import app.partita.player.PlayerState;
import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Song, tempo, key, speed and pitch. */
final class Readouts {

    private static final double SPEED_STEP = 0.01;
    private static final double CENT = 0.01;

    private final PlayerViewModel model;
    private final Texts texts;
    private final EditorLayer editors;
    private final KeyNames keyNames;
    private final Readout song;
    private final Readout tempo;
    private final Readout key;
    private final Readout speed;
    private final Readout pitch;

    /** @param shown until then they follow the model */
    Readouts(PlayerViewModel model, Texts texts, EditorLayer editors, ObservableValue<Boolean> shown) {
        this.model = model;
        this.texts = texts;
        this.editors = editors;
        keyNames = new KeyNames(texts);
        song = new Readout("song", texts.get("player.song"), model.songProperty().when(shown).map(open ->
                open.map(OpenedSong::title).orElse("–")));
        tempo = new Readout("tempo", model.stateProperty().when(shown).map(this::tempoCaption), tempoWords())
                .editable(texts.get("player.tempo.tip"),
                this::editTempo, steps -> model.tempo(model.stateProperty().get().tempo() + steps * SPEED_STEP),
                () -> model.tempo(1));
        key = new Readout("key", texts.get("player.key"), keyWords()).editable(texts.get("player.key.tip"),
                this::editKey, this::shift, () -> model.semitones(0));
        speed = new Readout("speed", texts.get("player.speed"), model.stateProperty().when(shown).map(state ->
                speedWords(state.tempo()))).editable(texts.get("player.speed.tip"), this::editSpeed,
                steps -> model.tempo(model.stateProperty().get().tempo() + steps * SPEED_STEP), () -> model.tempo(1));
        pitch = new Readout("pitch", texts.get("player.pitch"), model.stateProperty().when(shown).map(state ->
                pitchWords(state.semitones()))).editable(texts.get("player.pitch.tip"), this::editPitch,
                this::shift, () -> model.semitones(0));
    }

    List<Node> nodes() {
        return List.of(song, tempo, key, speed, pitch);
    }

    /** Those without which the rest still makes sense, the least important first. */
    List<Node> dispensable() {
        return List.of(song, pitch, key, speed);
    }

    /** The way to metronome and count-in. */
    Node tempo() {
        return tempo;
    }

    private void shift(double semitones) {
        model.semitones(model.stateProperty().get().semitones() + semitones);
    }

    private String tempoCaption(PlayerState state) {
        return texts.get(state.metronome() && state.beats().isPresent() ? "player.metronome.on" : "player.tempo");
    }

    private ObservableValue<String> tempoWords() {
        return Bindings.createStringBinding(() -> {
            double factor = model.stateProperty().get().tempo();
            return model.musicProperty().get().beats().map(beats -> texts.get("player.bpm",
                    String.format(texts.locale(), "%.1f", beats.bpm() * factor))).orElse("–");
        }, model.musicProperty(), model.stateProperty());
    }

    private ObservableValue<String> keyWords() {
        return Bindings.createStringBinding(() -> {
            Optional<MusicalKey> found = model.musicProperty().get().key();
            int shift = (int) Math.round(model.stateProperty().get().semitones());
            return found.map(known -> keyNames.of(known.moved(shift))).orElse("–");
        }, model.musicProperty(), model.stateProperty());
    }

    private String speedWords(double factor) {
        return texts.get("player.percent", Long.toString(Math.round(factor * 100)));
    }

    private String pitchWords(double semitones) {
        String number = Math.abs(semitones - Math.rint(semitones)) < CENT / 2
                ? Long.toString(Math.round(Math.abs(semitones)))
                : String.format(texts.locale(), "%.2f", Math.abs(semitones));
        String sign = Math.abs(semitones) < CENT / 2 ? "" : semitones < 0 ? "−" : "+";
        return texts.get("player.semitones", sign + number);
    }

    private void editTempo() {
        editors.toggle(tempo, new TempoEditor(model, texts));
    }

    private void editKey() {
        editors.toggle(key, new KeyEditor(model, texts, keyNames));
    }

    private void editSpeed() {
        editors.toggle(speed, new SlideEditor(texts.get("player.speed"), 0.5, 1.5, SPEED_STEP, 1,
                model.stateProperty().get().tempo(), this::speedWords, texts.get("player.reset"), model::tempo));
    }

    private void editPitch() {
        editors.toggle(pitch, new SlideEditor(texts.get("player.pitch"), -12, 12, 1, 0,
                model.stateProperty().get().semitones(), this::pitchWords, texts.get("player.reset"),
                model::semitones));
    }
}
