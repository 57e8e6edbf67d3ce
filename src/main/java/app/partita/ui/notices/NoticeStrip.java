package app.partita.ui.notices;

import app.partita.ui.text.Texts;
import app.partita.ui.theme.Icon;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Shows what is being said in a strip that pushes the queue down a little: never a window in the way. */
public final class NoticeStrip extends VBox {

    private static final int DETAILS_SHOWN = 8;

    private final NoticeBoard board;
    private final Texts texts;
    /** Held here and only here: the board outlives this strip. */
    private final ListChangeListener<Announcement> changes = change -> show();

    public NoticeStrip(NoticeBoard board, Texts texts) {
        this.board = board;
        this.texts = texts;
        getStyleClass().add("notices");
        board.announcements().addListener(new WeakListChangeListener<>(changes));
        show();
    }

    private void show() {
        getChildren().setAll(board.announcements().stream().map(this::strip).toList());
    }

    private Node strip(Announcement said) {
        Label text = new Label(said.text());
        text.getStyleClass().add("notice-text");
        text.setWrapText(true);
        VBox words = new VBox(text);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox strip = new HBox(icon(said.tone()), words);
        strip.getStyleClass().addAll("notice", said.tone().name().toLowerCase(Locale.ROOT));
        strip.setAccessibleText(said.text());
        if (!said.details().isEmpty()) {
            strip.getChildren().add(detailsButton(said, words));
        }
        for (Announcement.Choice choice : said.choices()) {
            Button button = new Button(choice.text());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(event -> {
                board.withdraw(said.topic());
                choice.action().run();
            });
            strip.getChildren().add(button);
        }
        strip.getChildren().add(closeButton(said));
        return strip;
    }

    private static Node icon(Announcement.Tone tone) {
        return (tone == Announcement.Tone.INFO ? Icon.INFO : Icon.ALERT).node("notice-icon");
    }

    private Button detailsButton(Announcement said, VBox words) {
        Button button = new Button(texts.get("notice.details"));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            Label details = new Label(details(said.details()));
            details.getStyleClass().add("notice-details");
            details.setWrapText(true);
            words.getChildren().add(details);
            ((HBox) button.getParent()).getChildren().remove(button);
        });
        return button;
    }

    private String details(List<String> lines) {
        String shown = String.join("\n", lines.subList(0, Math.min(DETAILS_SHOWN, lines.size())));
        int more = lines.size() - DETAILS_SHOWN;
        return more > 0 ? shown + "\n" + texts.get("notice.more", more) : shown;
    }

    private Button closeButton(Announcement said) {
        Button close = new Button(null, Icon.CLOSE.node());
        close.getStyleClass().add("icon");
        close.setAccessibleText(texts.get("notice.close"));
        close.setTooltip(new Tooltip(texts.get("notice.close")));
        close.setOnAction(event -> board.withdraw(said.topic()));
        return close;
    }
}
