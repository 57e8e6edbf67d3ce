package app.partita.ui.player.transport;

import app.partita.player.BeatGrid;
import app.partita.ui.player.Music;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.text.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Sets the tempo right: tapped, half as fast, twice as fast. */
final class TempoEditor extends HBox {

    private static final double SLOWEST = 20;
    private static final double FASTEST = 400;

    private final PlayerViewModel model;
    private final TapTempo taps = new TapTempo();
    private final Button tap;

    TempoEditor(PlayerViewModel model, Texts texts) {
        this.model = model;
        getStyleClass().add("tempo-editor");
        tap = button("tap", texts.get("player.tempo.tap"), texts.get("player.tempo.tap.tip"));
        tap.setOnAction(event -> tapped(System.nanoTime()));
        Button half = button("half", texts.get("player.tempo.half"), texts.get("player.tempo.half.tip"));
        half.setOnAction(event -> change(0.5));
        Button twice = button("double", texts.get("player.tempo.double"), texts.get("player.tempo.double.tip"));
        twice.setOnAction(event -> change(2));
        half.disableProperty().bind(model.musicProperty().map(music -> music.bpm().isEmpty()));
        twice.disableProperty().bind(half.disableProperty());
        getChildren().addAll(tap, half, twice);
    }

    @Override
    public void requestFocus() {
        tap.requestFocus();
    }

    private void change(double factor) {
        Music now = model.musicProperty().get();
        double changed = now.bpm().orElse(0) * factor;
        if (changed >= SLOWEST && changed <= FASTEST) {
            model.correct(factor < 1 ? now.halved() : now.doubled());
        }
    }

    private void tapped(long nanos) {
        taps.tap(nanos).ifPresent(heard -> {
            double bpm = Math.round(heard / model.stateProperty().get().tempo() * 10) / 10.0;
            if (bpm >= SLOWEST && bpm <= FASTEST) {
                double here = (double) model.positionProperty().get() / model.sampleRate();
                double anchor = model.stateProperty().get().phase().isGoing() ? here
                        : model.musicProperty().get().beats().map(BeatGrid::seconds).map(beats -> beats[0]).orElse(here);
                model.correct(model.musicProperty().get().at(bpm, anchor,
                        (double) model.framesProperty().get() / model.sampleRate()));
            }
        });
    }

    private static Button button(String id, String text, String tip) {
        Button button = new Button(text);
        button.setId("tempo-" + id);
        button.setAccessibleText(tip);
        button.setTooltip(new Tooltip(tip));
        return button;
    }
}
