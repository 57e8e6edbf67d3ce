package app.partita.ui.queue;

import app.partita.ui.text.Texts;
import app.partita.ui.theme.Icon;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** A frame around the whole window while something hangs over it, and what would be done with that. */
public final class DropOverlay extends StackPane {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");

    private final Texts texts;
    private final Label word = new Label();

    public DropOverlay(DropZone zone, Texts texts) {
        this.texts = texts;
        setId("drop-overlay");
        getStyleClass().add("drop-overlay");
        word.getStyleClass().add("drop-word");
        getChildren().add(word);
        setMouseTransparent(true);
        zone.offerProperty().addListener((property, old, now) -> show(now));
        show(zone.offerProperty().get());
    }

    private void show(Optional<DropOffer> offer) {
        setVisible(offer.isPresent());
        offer.ifPresent(now -> {
            pseudoClassStateChanged(REFUSED, !now.accepted());
            word.setGraphic((now.accepted() ? Icon.ADD : Icon.STOPPED).node());
            word.setText(switch (now.kind()) {
                case SONGS -> texts.get("drop.songs", now.items());
                case ITEMS -> texts.get("drop.items", now.items());
                case UNNAMED -> texts.get("drop.unnamed");
                case REFUSED -> texts.get("drop.refused");
            });
        });
    }
}
