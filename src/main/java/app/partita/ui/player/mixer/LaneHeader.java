package app.partita.ui.player.mixer;

import app.partita.player.Strip;
import app.partita.stems.StemKind;
import app.partita.ui.player.Lane;
import app.partita.ui.player.PlayerKey;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/** What stands before a lane: colour, name, mute, solo, balance, volume and level; of the original only its name. */
public final class LaneHeader extends Region {

    public static final double WIDTH = 232;

    private static final double BAR = 3;
    private static final double LEFT = 16;
    private static final double RIGHT = 205;
    private static final double METER_X = 213;
    private static final double MARGIN = 7;
    private static final double MOST_BLOCK = 70;
    private static final double ROW = 22;
    private static final double FADER_WIDTH = 148;

    private final PlayerViewModel model;
    private final Texts texts;
    private final Lane lane;
    private final String name;
    private final Region bar = new Region();
    private final LevelMeter meter;
    private final List<Place> upper = new ArrayList<>();
    private final List<Place> lower = new ArrayList<>();
    private final Subscription dragging;
    private Subscription subscription = Subscription.EMPTY;

    private record Place(Node node, double x, double width, double height) {}

    /** @param number the lane's place among the stems, for its keys */
    public LaneHeader(PlayerViewModel model, Texts texts, Lane lane, int number) {
        this.model = model;
        this.texts = texts;
        this.lane = lane;
        name = texts.get(lane.textKey());
        getStyleClass().addAll("lane-header", lane.colour());
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        setAccessibleText(name);
        bar.getStyleClass().addAll("lane-bar", lane.colour());
        Label title = new Label(name);
        title.getStyleClass().add("strong");
        Node icon = lane.icon().node("lane-icon", lane.colour());
        HBox box = new HBox(icon);
        box.getStyleClass().add("lane-icon-box");
        HBox handle = new HBox(box, title);
        handle.getStyleClass().add("lane-handle");
        meter = new LevelMeter(lane.colour());
        dragging = new LaneDrag(model, lane).attach(handle, texts.get("player.drag", name));
        getChildren().addAll(bar, meter);
        place(upper, handle, LEFT, 105);
        lane.kind().ifPresentOrElse(kind -> addControls(kind, number), this::addWords);
    }

    /** Shows the level of now; both 0 to 1. */
    public void level(double now, double highest) {
        meter.show(now, highest);
    }

    /** It is no longer shown. */
    public void dispose() {
        dragging.unsubscribe();
        subscription.unsubscribe();
    }

    private void addWords() {
        Label words = new Label(texts.get("player.original.words"));
        words.getStyleClass().addAll("small", "faint");
        words.setId("original-words");
        place(lower, words, LEFT, RIGHT - LEFT);
    }

    private void addControls(StemKind kind, int number) {
        ToggleButton mute = toggle("mute", texts.get("player.mute", name), texts.get("player.mute.letter"), kind,
                PlayerKey.MUTE.shown(number));
        mute.setOnAction(event -> model.strip(kind, strip -> strip.withMuted(mute.isSelected())));
        ToggleButton solo = toggle("solo", texts.get("player.solo", name), texts.get("player.solo.letter"), kind,
                PlayerKey.SOLO.shown(number));
        solo.setOnAction(event -> model.strip(kind, strip -> strip.withSoloed(solo.isSelected())));
        Fader volume = new Fader(GainScale.UNITY, 0, way -> texts.get("player.db", GainScale.words(
                GainScale.decibels(way))));
        volume.setId("volume-" + kind.id());
        volume.setAccessibleText(texts.get("player.volume", name));
        Label decibels = new Label();
        decibels.getStyleClass().addAll("small", "faint", "lane-db");
        PanDial pan = new PanDial(texts);
        pan.setId("pan-" + kind.id());
        pan.setAccessibleText(texts.get("player.pan", name));
        pan.visibleProperty().bind(hoverProperty().or(focusWithinProperty()).or(pan.panProperty().isNotEqualTo(0)));
        place(upper, mute, RIGHT - 60, 26);
        place(upper, solo, RIGHT - 26, 26);
        place(lower, volume, LEFT, FADER_WIDTH);
        place(lower, decibels, RIGHT - 36, 36);
        place(upper, new Place(pan, 121, PanDial.SIZE, PanDial.SIZE));
        Tooltip panWords = new Tooltip();
        panWords.textProperty().bind(Bindings.createStringBinding(() -> pan.getAccessibleText() + ": " + pan.words(),
                pan.panProperty()));
        Tooltip.install(pan, panWords);
        Tooltip.install(volume, new Tooltip(texts.get("player.volume.tip", name)));
        subscription = model.mixerProperty().subscribe(mixer -> {
            Strip strip = mixer.strip(kind);
            mute.setSelected(strip.muted());
            solo.setSelected(strip.soloed());
            if (GainScale.decibels(volume.valueProperty().get()) != strip.gainDb()) {
                volume.valueProperty().set(GainScale.way(strip.gainDb()));
            }
            pan.panProperty().set(strip.pan());
            decibels.setText(GainScale.words(strip.gainDb()));
        });
        volume.valueProperty().addListener((property, old, way) -> {
            double db = GainScale.decibels(way.doubleValue());
            if (GainScale.way(model.mixerProperty().get().strip(kind).gainDb()) != way.doubleValue()) {
                model.strip(kind, strip -> strip.withGain(db));
            }
        });
        pan.panProperty().addListener((property, old, now) -> {
            if (model.mixerProperty().get().strip(kind).pan() != now.doubleValue()) {
                model.strip(kind, strip -> strip.withPan(now.doubleValue()));
            }
        });
    }

    private static ToggleButton toggle(String what, String does, String letter, StemKind kind, String key) {
        ToggleButton button = new ToggleButton(letter);
        button.setId(what + "-" + kind.id());
        button.getStyleClass().addAll("lane-toggle", what, kind.id());
        button.setAccessibleText(does);
        button.setTooltip(new Tooltip(does + "  " + key));
        return button;
    }

    private void place(List<Place> line, Node node, double x, double width) {
        place(line, new Place(node, x, width, ROW));
    }

    private void place(List<Place> line, Place place) {
        place.node().setManaged(false);
        getChildren().add(place.node());
        line.add(place);
    }

    /** In two lines from the top; closer together where the lane is low. */
    @Override
    protected void layoutChildren() {
        double block = Math.min(getHeight(), MOST_BLOCK);
        double margin = Math.clamp(Math.floor((block - 2 * ROW) / 3), 0, MARGIN);
        layOut(upper, margin);
        layOut(lower, block - ROW - margin);
        bar.resizeRelocate(0, 0, BAR, getHeight());
        meter.resizeRelocate(METER_X, MARGIN - 1, LevelMeter.WIDTH, Math.max(0, getHeight() - 2 * MARGIN + 1));
    }

    private static void layOut(List<Place> line, double top) {
        line.forEach(place -> place.node().resizeRelocate(place.x(), top + (ROW - place.height()) / 2, place.width(),
                place.height()));
    }
}
