package app.partita.ui.player.transport;

import app.partita.player.Heard;
import app.partita.player.Phase;
import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.PlayerActions;
import app.partita.ui.player.PlayerKey;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.player.mixer.Fader;
import app.partita.ui.player.mixer.GainScale;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.Icon;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line of controls above the lanes. */
public final class TransportBar extends HBox {

    private static final double WIDE = 1180;
    private static final double MASTER_WIDTH = 128;
    private static final double NARROW_MASTER = 72;

    private final PlayerViewModel model;
    private final PlayerActions actions;
    private final Texts texts;
    private final ObservableValue<Boolean> shown;
    private final ObservableValue<Boolean> open;
    private final Narrowing narrowing;
    private final Label length = new Label();

    /**
     * @param editors where the editors of tempo, key, speed and pitch are shown
     * @param shown   until then it follows the model
     */
    public TransportBar(PlayerViewModel model, PlayerActions actions, Texts texts, EditorLayer editors,
                        ObservableValue<Boolean> shown) {
        this.model = model;
        this.actions = actions;
        this.texts = texts;
        this.shown = shown;
        open = model.songProperty().when(shown).map(Optional::isPresent);
        getStyleClass().add("transport");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Readouts readouts = new Readouts(model, texts, editors, shown);
        Fader master = master();
        Button export = export();
        Button stop = stopButton();
        getChildren().addAll(skip("previous", texts.get("player.previous"), Icon.PREVIOUS, -1), playButton(),
                skip("next", texts.get("player.next"), Icon.NEXT, 1),
                stop, loopButton(), position(), new Separator(Orientation.VERTICAL));
        getChildren().addAll(readouts.nodes());
        Node volume = Icon.VOLUME.node("volume-icon");
        getChildren().addAll(space, heardSwitch(), volume, master, export);
        narrowing = new Narrowing(this, Stream.concat(readouts.dispensable().stream(),
                Stream.of(volume, length, stop, master, readouts.tempo())).toList());
        export.textProperty().bind(Bindings.createStringBinding(() -> actions.exporting().getValue()
                .map(percent -> texts.get("export.percent", percent))
                .orElse(getWidth() >= WIDE ? texts.get("player.export") : ""), actions.exporting(), widthProperty()));
        widthProperty().subscribe(width -> {
            boolean wide = width.doubleValue() >= WIDE;
            master.setPrefWidth(wide ? MASTER_WIDTH : NARROW_MASTER);
            master.setMinWidth(wide ? MASTER_WIDTH : NARROW_MASTER);
        });
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        narrowing.fit();
        super.layoutChildren();
    }

    private Node skip(String id, String name, Icon icon, int by) {
        Button button = iconButton(id, icon, name, "");
        button.disableProperty().bind(actions.neighbour(by).when(shown).map(Optional::isEmpty));
        button.setOnAction(event -> actions.neighbour(by).getValue().ifPresent(model::openAndKeepPlaying));
        return button;
    }

    private Node playButton() {
        Button button = new Button();
        button.setId("play");
        button.getStyleClass().add("play-button");
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !open.getValue(), open));
        button.setOnAction(event -> model.playOrPause());
        model.stateProperty().when(shown).map(state -> state.phase().isGoing()).subscribe(going -> {
            button.setGraphic((going ? Icon.PAUSE : Icon.PLAY).node());
            String name = texts.get(going ? "player.pause" : "player.play");
            button.setAccessibleText(name);
            tip.setText(name + "  " + PlayerKey.PLAY.shown(texts));
        });
        return button;
    }

    private Button stopButton() {
        Button button = iconButton("stop", Icon.STOP, texts.get("player.stop"), "");
        button.disableProperty().bind(open.map(there -> !there));
        button.setOnAction(event -> model.stop());
        return button;
    }

    private Node loopButton() {
        ToggleButton button = new ToggleButton(null, Icon.LOOP.node());
        button.setId("loop");
        name(button, texts.of("playerkey", PlayerKey.LOOP), PlayerKey.LOOP.shown(texts));
        button.getStyleClass().addAll("icon", "loop-button");
        button.disableProperty().bind(open.map(there -> !there));
        button.setOnAction(event -> {
            model.loop().toggle();
            button.setSelected(model.loop().property().get().isPresent());
        });
        model.loop().property().when(shown).subscribe(loop -> button.setSelected(loop.isPresent()));
        return button;
    }

    private Node position() {
        Label now = new Label();
        now.setId("position");
        now.getStyleClass().add("position");
        now.setMinWidth(Region.USE_PREF_SIZE);
        now.textProperty().bind(Bindings.createStringBinding(() ->
                        Clock.words(model.positionProperty().get(), model.sampleRate()),
                model.positionProperty(), model.songProperty()));
        length.setId("length");
        length.getStyleClass().add("length");
        length.setMinWidth(Region.USE_PREF_SIZE);
        length.textProperty().bind(Bindings.createStringBinding(() -> "/ "
                + Clock.words(model.framesProperty().get(), model.sampleRate()), model.framesProperty(),
                model.songProperty()));
        Label waiting = new Label(texts.get("player.waiting"));
        waiting.setId("waiting");
        waiting.getStyleClass().addAll("small", "waiting-word");
        waiting.setMinWidth(Region.USE_PREF_SIZE);
        waiting.visibleProperty().bind(model.stateProperty().when(shown).map(state -> state.phase() == Phase.WAITING));
        waiting.managedProperty().bind(waiting.visibleProperty());
        HBox box = new HBox(now, length, waiting);
        box.getStyleClass().add("position-box");
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    private Node heardSwitch() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.getStyleClass().add("segmented");
        box.setMinWidth(Region.USE_PREF_SIZE);
        for (Heard heard : List.of(Heard.ORIGINAL, Heard.STEMS)) {
            ToggleButton button = new ToggleButton(texts.of("heard", heard));
            button.setId(heard == Heard.ORIGINAL ? "heard-original" : "heard-stems");
            button.setToggleGroup(group);
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setTooltip(new Tooltip(texts.of("playerkey", PlayerKey.HEARD) + "  "
                    + PlayerKey.HEARD.shown(texts)));
            button.disableProperty().bind(model.songProperty().when(shown).map(song -> !canBeHeard(heard, song)));
            button.setOnAction(event -> {
                model.heard(heard);
                button.setSelected(true);
            });
            model.stateProperty().when(shown).subscribe(state -> {
                if (state.heard() == heard) {
                    button.setSelected(true);
                }
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private static boolean canBeHeard(Heard heard, Optional<OpenedSong> song) {
        return song.isPresent() && (heard == Heard.ORIGINAL || !song.get().source().stems().isEmpty());
    }

    private Fader master() {
        Fader master = new Fader(GainScale.UNITY, 0, way -> texts.get("player.db", GainScale.words(
                GainScale.decibels(way))));
        master.setId("master");
        master.setAccessibleText(texts.get("player.master"));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(model.mixerProperty().when(shown).map(mixer -> texts.get("player.master") + ": "
                + texts.get("player.db", GainScale.words(mixer.masterDb()))));
        Tooltip.install(master, tip);
        model.mixerProperty().when(shown).subscribe(mixer -> {
            if (GainScale.decibels(master.valueProperty().get()) != mixer.masterDb()) {
                master.valueProperty().set(GainScale.way(mixer.masterDb()));
            }
        });
        master.valueProperty().addListener((property, old, way) -> {
            if (GainScale.way(model.mixerProperty().get().masterDb()) != way.doubleValue()) {
                model.master(GainScale.decibels(way.doubleValue()));
            }
        });
        return master;
    }

    private Button export() {
        Button button = new Button(null, Icon.EXPORT.node());
        button.setId("export");
        button.setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tip = new Tooltip();
        button.setTooltip(tip);
        actions.exporting().when(shown).subscribe(percent -> {
            button.setGraphic((percent.isPresent() ? Icon.CANCEL : Icon.EXPORT).node());
            String stop = percent.map(done -> texts.get("export.stop", done)).orElse("");
            button.setAccessibleText(percent.isPresent() ? stop : texts.get("player.export"));
            tip.setText(percent.isPresent() ? stop : texts.get("player.export.tip"));
        });
        button.disableProperty().bind(Bindings.createBooleanBinding(() -> !open.getValue()
                && actions.exporting().getValue().isEmpty(), open, actions.exporting()));
        button.setOnAction(event -> actions.export());
        return button;
    }

    private static Button iconButton(String id, Icon icon, String name, String key) {
        Button button = new Button(null, icon.node());
        button.setId(id);
        button.getStyleClass().add("icon");
        name(button, name, key);
        return button;
    }

    private static void name(ButtonBase button, String name, String key) {
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(key.isEmpty() ? name : name + "  " + key));
    }
}
