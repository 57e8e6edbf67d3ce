package app.partita.ui.player;

import app.partita.player.Heard;
import app.partita.ui.player.mixer.LaneHeader;
import app.partita.ui.player.wave.LaneStyle;
import app.partita.ui.player.wave.Swatch;
import app.partita.ui.player.wave.TimeView;
import app.partita.ui.player.wave.Track;
import app.partita.ui.player.wave.WaveLane;
import app.partita.ui.text.Texts;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.paint.Color;
import javafx.util.Subscription;

/** A lane: its header and its waveform. */
final class LaneRow extends HBox {

    private static final double UNHEARD = 0.38;
    private static final double LOWEST = 56;
    private static final double USUAL = 70;

    private final PlayerViewModel model;
    private final Lane lane;
    private final LaneHeader header;
    private final LaneSight sight;
    private final Swatch swatch;
    private final Swatch ground = new Swatch("lane-ground");
    private final Meter meter = new Meter();
    private final ObjectProperty<LaneStyle> style = new SimpleObjectProperty<>(
            new LaneStyle(Color.TRANSPARENT, 1, Color.TRANSPARENT, 1));
    private final Subscription subscription;
    private double fullest = 1;

    LaneRow(PlayerViewModel model, Texts texts, Lane lane, int number, Track track, ObservableValue<TimeView> view,
            Executor tiles) {
        this.model = model;
        this.lane = lane;
        getStyleClass().add("lane");
        setMinHeight(LOWEST);
        setPrefHeight(USUAL);
        header = new LaneHeader(model, texts, lane, number);
        sight = new LaneSight(new WaveLane(track, view, style, tiles), lane, model.spectrograms(), texts,
                hoverProperty().or(focusWithinProperty()));
        swatch = new Swatch("lane-swatch", lane.colour());
        HBox.setHgrow(sight, Priority.ALWAYS);
        getChildren().addAll(header, sight, swatch, ground);
        subscription = Subscription.combine(swatch.colour().subscribe(now -> dress()),
                ground.colour().subscribe(now -> dress()),
                model.mixerProperty().subscribe(now -> dress()));
    }

    Lane lane() {
        return lane;
    }

    LaneHeader header() {
        return header;
    }

    WaveLane wave() {
        return sight.wave();
    }

    /** @param sample reaches the lane's edge */
    void fullest(double sample) {
        if (sample != fullest) {
            fullest = sample;
            dress();
        }
    }

    /**
     * Shows the level of now.
     *
     * @param seconds since it was shown last
     */
    void level(double seconds) {
        boolean original = model.stateProperty().get().heard() == Heard.ORIGINAL;
        float peak = lane.isOriginal() == original
                ? original ? model.playback().peak() : model.playback().peak(lane.stem()) : 0;
        meter.push(peak, seconds);
        header.level(meter.level(), meter.hold());
    }

    boolean rests() {
        return meter.rests();
    }

    void dispose() {
        subscription.unsubscribe();
        header.dispose();
        sight.dispose();
    }

    private void dress() {
        boolean heard = lane.kind().map(model::audible).orElse(true);
        style.set(new LaneStyle(swatch.colour().getValue(), heard ? 1 : UNHEARD, ground.colour().getValue(), fullest));
    }
}
