package app.partita.ui.player.transport;

import app.partita.analysis.Beats;
import app.partita.analysis.TapTempo;
import app.partita.player.PlayerState;
import app.partita.ui.player.Music;
import app.partita.ui.player.PlayerKey;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.text.Texts;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;

/** Sets the tempo right: tapped, half as fast, twice as fast; and what is clicked by it. */
final class TempoEditor extends HBox {

    private static final double SLOWEST = 20;
    private static final double FASTEST = 400;
    private static final int FEWEST = 3;
    private static final double NANOS = 1e-9;

    private final PlayerViewModel model;
    private TapTempo taps = TapTempo.NONE;
    private final Button tap;

    TempoEditor(PlayerViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("tempo-editor");
        tap = button("tap", texts.get("player.tempo.tap"), texts.get("player.tempo.tap.tip"));
        tap.setOnAction(event -> tapped());
        Button half = button("half", texts.get("player.tempo.half"), texts.get("player.tempo.half.tip"));
        half.setOnAction(event -> change(Beats::halved));
        Button twice = button("double", texts.get("player.tempo.double"), texts.get("player.tempo.double.tip"));
        twice.setOnAction(event -> change(Beats::doubled));
        half.disableProperty().bind(model.musicProperty().map(music -> music.beats().isEmpty()));
        twice.disableProperty().bind(half.disableProperty());
        ToggleButton click = toggle("click", texts.get("player.metronome"), texts.of("playerkey",
                PlayerKey.METRONOME) + "  " + PlayerKey.METRONOME.shown(texts), PlayerState::metronome,
                model::toggleMetronome);
        ToggleButton countIn = toggle("count-in", texts.get("player.count_in"), texts.get("player.count_in.tip"),
                PlayerState::countIn, model::toggleCountIn);
        getChildren().addAll(tap, half, twice, click, countIn);
    }

    @Override
    public void requestFocus() {
        tap.requestFocus();
    }

    private void change(UnaryOperator<Beats> right) {
        Music now = model.musicProperty().get();
        now.beats().map(right).filter(beats -> beats.bpm() >= SLOWEST && beats.bpm() <= FASTEST)
                .ifPresent(beats -> model.correct(now.withBeats(beats)));
    }

    /** A tap counts where the song is while it plays, so that its speed does not matter; else by the clock. */
    private void tapped() {
        boolean plays = model.stateProperty().get().phase().isGoing();
        double here = (double) model.playback().position() / model.sampleRate();
        taps = taps.tapped(plays ? here : System.nanoTime() * NANOS);
        taps.bpm().filter(bpm -> taps.taps() >= FEWEST).ifPresent(bpm -> {
            Music now = model.musicProperty().get();
            double beat = plays ? taps.lastTap() : now.beats().map(beats -> beats.at(0)).orElse(here);
            model.correct(now.withBeats(Beats.steady(Math.round(bpm * 10) / 10.0, beat,
                    (double) model.framesProperty().get() / model.sampleRate())));
        });
    }

    /** Neither clicks nor counts as long as the beats are unknown. */
    private ToggleButton toggle(String id, String text, String tip, Predicate<PlayerState> on, Runnable change) {
        ToggleButton button = named(new ToggleButton(text), id, tip);
        button.disableProperty().bind(model.musicProperty().map(music -> music.beats().isEmpty()));
        button.setSelected(on.test(model.stateProperty().get()));
        // The model outlives the editor.
        Subscription state = model.stateProperty().subscribe(now -> button.setSelected(on.test(now)));
        button.sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                state.unsubscribe();
            }
        });
        button.setOnAction(event -> change.run());
        return button;
    }

    private static Button button(String id, String text, String tip) {
        return named(new Button(text), id, tip);
    }

    private static <B extends ButtonBase> B named(B button, String id, String tip) {
        button.setId("tempo-" + id);
        button.setAccessibleText(tip);
        button.setTooltip(new Tooltip(tip));
        return button;
    }
}
