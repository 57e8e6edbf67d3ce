package app.partita.ui.player.transport;

import app.partita.analysis.MusicalKey;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.text.Texts;
import java.util.Optional;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;

/** The twenty-four keys, to choose the one that the song is in. */
final class KeyEditor extends GridPane {

    private static final int TONES = 12;
    private static final int COLUMNS = 6;

    private final ToggleGroup group = new ToggleGroup();

    KeyEditor(PlayerViewModel model, Texts texts, KeyNames names) {
        getStyleClass().add("key-editor");
        setAccessibleText(texts.get("player.key.tip"));
        Optional<MusicalKey> now = model.musicProperty().get().key();
        for (int number = 0; number < 2 * TONES; number++) {
            MusicalKey key = new MusicalKey(number % TONES,
                    number < TONES ? MusicalKey.Mode.MAJOR : MusicalKey.Mode.MINOR);
            ToggleButton button = new ToggleButton(names.of(key));
            button.setId("key-" + number);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.setSelected(now.filter(key::equals).isPresent());
            button.setOnAction(event -> {
                button.setSelected(true);
                model.correct(model.musicProperty().get().withKey(key));
            });
            add(button, number % COLUMNS, number / COLUMNS);
        }
    }

    @Override
    public void requestFocus() {
        (group.getSelectedToggle() instanceof ToggleButton chosen ? chosen : getChildren().getFirst()).requestFocus();
    }
}
