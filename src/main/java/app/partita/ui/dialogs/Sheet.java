package app.partita.ui.dialogs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A question or a form laid over the window, with its buttons. */
public final class Sheet extends VBox {

    private final List<Button> buttons = new ArrayList<>();
    private final HBox row = new HBox();
    private Runnable dismissal = () -> { };
    private Runnable closing = () -> { };

    /** @param width in pixels */
    public Sheet(String heading, double width, Node... content) {
        getStyleClass().add("dialog-sheet");
        setMaxSize(width, Region.USE_PREF_SIZE);
        setPrefWidth(width);
        Label title = new Label(heading);
        title.getStyleClass().add("subheading");
        title.setWrapText(true);
        getChildren().add(title);
        getChildren().addAll(content);
        row.getStyleClass().add("dialog-sheet-buttons");
        getChildren().add(row);
        setAccessibleText(heading);
    }

    /** Some lines to be read. */
    public static Label text(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("dialog-sheet-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A button that closes the sheet and then does something. */
    public Sheet button(String id, String text, Runnable action) {
        Button button = new Button(text);
        button.setId(id);
        button.setOnAction(event -> {
            closing.run();
            action.run();
        });
        buttons.add(button);
        row.getChildren().add(button);
        return this;
    }

    /** The button that is pressed by Enter. */
    public Sheet defaultButton(String id, String text, Runnable action) {
        button(id, text, action);
        Button last = buttons.getLast();
        last.setDefaultButton(true);
        return this;
    }

    /** A button for what is not done lightly. */
    public Sheet dangerButton(String id, String text, Runnable action) {
        button(id, text, action);
        buttons.getLast().getStyleClass().add("danger");
        return this;
    }

    /** What Escape does, besides closing the sheet. */
    public Sheet onDismiss(Runnable action) {
        dismissal = action;
        return this;
    }

    void onClose(Runnable action) {
        closing = action;
    }

    void dismiss() {
        closing.run();
        dismissal.run();
    }

    Optional<Button> firstFocus() {
        return buttons.stream().filter(Button::isDefaultButton).findFirst()
                .or(() -> buttons.stream().findFirst());
    }
}
