package app.partita.ui.player;

import app.partita.ui.player.wave.WaveLane;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.Icon;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/** A lane's waveform or spectrogram, with the button that chooses between them, under the pointer or by key. */
final class LaneSight extends StackPane {

    private static final Insets MARGIN = new Insets(5);

    private final WaveLane wave;
    private final Subscription subscription;

    /** @param near whether pointer or keyboard are in the lane */
    LaneSight(WaveLane wave, Lane lane, Spectrograms spectrograms, Texts texts, ObservableBooleanValue near) {
        this.wave = wave;
        setMinHeight(0);
        ToggleButton choice = new ToggleButton(null, Icon.SPECTROGRAM.node());
        choice.setId("spectrogram-" + lane.colour());
        choice.getStyleClass().addAll("lane-toggle", "lane-view");
        String name = texts.get(lane.textKey());
        choice.setAccessibleText(texts.get("player.spectrogram", name));
        choice.setTooltip(new Tooltip(texts.get("player.spectrogram.tip", name,
                PlayerKey.SPECTROGRAM.shown(texts))));
        choice.setOnAction(event -> spectrograms.show(lane, choice.isSelected()));
        StackPane.setAlignment(choice, Pos.TOP_RIGHT);
        StackPane.setMargin(choice, MARGIN);
        getChildren().addAll(wave, choice);
        subscription = spectrograms.lanesProperty().subscribe(lanes -> {
            choice.setSelected(lanes.contains(lane.colour()));
            wave.spectrogram(choice.isSelected());
        });
        choice.visibleProperty().bind(Bindings.or(near, choice.selectedProperty()));
    }

    WaveLane wave() {
        return wave;
    }

    void dispose() {
        subscription.unsubscribe();
        wave.dispose();
    }
}
