package app.partita.ui.player;

import app.partita.stems.StemKind;
import app.partita.ui.player.transport.EditorLayer;
import app.partita.ui.player.transport.TransportBar;
import app.partita.ui.text.Texts;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The player: its controls, the ruler, and a lane for the song and each of its stems. */
public final class PlayerView extends StackPane {

    private static final double ZOOM_A_KEY = 1.5;
    private static final double SECONDS_A_SKIP = 5;
    private static final double NANOS = 1e-9;

    private final PlayerViewModel model;
    private final LanesPane lanes;
    private final FrameClock clock = new FrameClock();
    private final SimpleBooleanProperty shown = new SimpleBooleanProperty(true);

    public PlayerView(PlayerViewModel model, PlayerActions actions, Texts texts, PlayerThreads threads) {
        this.model = model;
        setId("player");
        getStyleClass().add("player");
        lanes = new LanesPane(model, texts, threads, shown);
        EditorLayer editors = new EditorLayer();
        VBox.setVgrow(lanes, Priority.ALWAYS);
        getChildren().addAll(new VBox(new TransportBar(model, actions, texts, editors, shown), lanes), editors);
        model.stateProperty().when(shown).subscribe(now -> clock.wake());
        model.songProperty().when(shown).subscribe(now -> clock.wake());
        sceneProperty().subscribe(now -> clock.wake());
    }

    /** It is no longer shown; the model, which outlives it, forgets it. */
    public void dispose() {
        shown.set(false);
        lanes.dispose();
        clock.stop();
    }

    /** Puts the keyboard on the lanes. */
    public void focusLanes() {
        lanes.requestFocus();
    }

    /** Does what a key of the player's own stands for; the window's part is done by the window. */
    public void perform(PlayerKey.Press press) {
        switch (press.key()) {
            case PLAY -> model.playOrPause();
            case START -> model.toStart();
            case BACK -> model.skip(-SECONDS_A_SKIP);
            case FORWARD -> model.skip(SECONDS_A_SKIP);
            case BAR_BACK -> model.skipBar(false);
            case BAR_FORWARD -> model.skipBar(true);
            case MUTE -> stem(press.number(), kind -> model.strip(kind, strip -> strip.withMuted(!strip.muted())));
            case SOLO -> stem(press.number(), kind -> model.strip(kind, strip -> strip.withSoloed(!strip.soloed())));
            case CLEAR -> model.clear();
            case LOOP -> model.loop().toggle();
            case LOOP_FROM -> model.loop().beginHere();
            case LOOP_TO -> model.loop().endHere();
            case HEARD -> model.toggleHeard();
            case ZOOM_IN -> zoom(ZOOM_A_KEY);
            case ZOOM_OUT -> zoom(1 / ZOOM_A_KEY);
            case SPECTROGRAM -> model.spectrograms().toggle(lanes.rows().stream().map(LaneRow::lane).toList());
            case METRONOME -> model.toggleMetronome();
            case FULL, KEYS -> throw new IllegalArgumentException("the window's own key: " + press.key());
        }
        clock.wake();
    }

    /** Shows what is heard now; done by itself while something plays. */
    void frame(double seconds) {
        lanes.frame(seconds);
    }

    LanesPane lanes() {
        return lanes;
    }

    private void zoom(double factor) {
        double x = lanes.timeline().view().x(model.positionProperty().get());
        double width = lanes.timeline().view().width();
        lanes.timeline().zoom(factor, x >= 0 && x <= width ? x : width / 2);
    }

    private void stem(int number, Consumer<StemKind> change) {
        List<StemKind> stems = model.stems();
        if (number < stems.size()) {
            change.accept(stems.get(number));
        }
    }

    /** Asks the player once a frame, as long as there is something new to see. */
    private final class FrameClock extends AnimationTimer {

        private long last;
        private boolean running;

        void wake() {
            boolean seen = getScene() != null && model.songProperty().get().isPresent();
            if (seen && !running) {
                running = true;
                last = System.nanoTime();
                start();
            }
        }

        @Override
        public void handle(long now) {
            lanes.frame((now - last) * NANOS);
            last = now;
            boolean seen = getScene() != null && getScene().getWindow() != null
                    && getScene().getWindow().isShowing() && model.songProperty().get().isPresent();
            if (!seen || !model.stateProperty().get().phase().isGoing() && lanes.rests()) {
                running = false;
                stop();
            }
        }
    }
}
