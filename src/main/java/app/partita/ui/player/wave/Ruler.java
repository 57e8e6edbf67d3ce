package app.partita.ui.player.wave;

import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

/** Ticks and labels of the part of the song that is in sight; between them the beats, once they are known. */
public final class Ruler extends Region {

    public static final double HEIGHT = 26;

    private static final double TICK = 8;
    private static final double BEAT = 4;
    private static final double BAR = 6;
    private static final double LABEL_X = 6;
    private static final double LABEL_Y = 15;
    /** Closer together, beats would be a grey strip. */
    private static final double CLOSEST_BEATS = 5;

    private final ObservableValue<TimeView> view;
    private final ObservableValue<Beat[]> beats;
    private final Swatch ticks = new Swatch("ruler-tick");
    private final Swatch labels = new Swatch("ruler-label");
    private final Swatch beatTicks = new Swatch("ruler-beat");
    private final Canvas canvas = new Canvas();
    private final Font font = Font.font("Inter Tabular", 11.5);

    /**
     * A beat.
     *
     * @param seconds where it is
     * @param bar     whether a bar begins with it
     */
    public record Beat(double seconds, boolean bar) {}

    public Ruler(ObservableValue<TimeView> view, ObservableValue<Beat[]> beats) {
        this.view = view;
        this.beats = beats;
        getStyleClass().add("ruler");
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(canvas, ticks, labels, beatTicks);
        view.subscribe(now -> requestLayout());
        beats.subscribe(now -> requestLayout());
        ticks.colour().subscribe(now -> requestLayout());
        labels.colour().subscribe(now -> requestLayout());
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(HEIGHT);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, getWidth(), HEIGHT);
        TimeView now = view.getValue();
        if (now.frames() > 0) {
            drawBeats(pen, now);
            drawTicks(pen, now);
        }
    }

    private void drawTicks(GraphicsContext pen, TimeView now) {
        RulerScale scale = RulerScale.of(now.pixelsPerSecond());
        double part = scale.step() / scale.parts();
        long first = Math.max(0, (long) Math.floor(now.left() / now.pixelsPerSecond() / scale.step()) * scale.parts());
        pen.setFont(font);
        for (long tick = first; now.xOfSecond(tick * part) < getWidth(); tick++) {
            if (tick * part * now.sampleRate() > now.frames()) {
                break;
            }
            double x = Math.round(now.xOfSecond(tick * part));
            boolean labelled = tick % scale.parts() == 0;
            pen.setFill(ticks.colour().getValue());
            pen.fillRect(x, labelled ? HEIGHT - TICK : HEIGHT - BEAT, 1, TICK);
            if (labelled) {
                pen.setFill(labels.colour().getValue());
                pen.fillText(scale.label(tick / scale.parts()), x + LABEL_X, LABEL_Y);
            }
        }
    }

    private void drawBeats(GraphicsContext pen, TimeView now) {
        Beat[] all = beats.getValue();
        if (all.length < 2 || (all[all.length - 1].seconds() - all[0].seconds()) / (all.length - 1)
                * now.pixelsPerSecond() < CLOSEST_BEATS) {
            return;
        }
        pen.setFill(beatTicks.colour().getValue());
        for (Beat beat : all) {
            double x = Math.round(now.xOfSecond(beat.seconds()));
            if (x >= 0 && x < getWidth()) {
                pen.fillRect(x, HEIGHT - 1 - (beat.bar() ? BAR : BEAT), 1, beat.bar() ? BAR : BEAT);
            }
        }
    }
}
