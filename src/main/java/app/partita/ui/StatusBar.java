package app.partita.ui;

import app.partita.jobs.Batch;
import app.partita.ui.queue.QueueViewModel;
import app.partita.ui.text.Quantities;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** What computes, how far the batch is, and what the player is heard through. */
final class StatusBar extends HBox {

    /** The narrowest width that holds more than the batch's words. */
    private static final double ROOMY = 1000;

    private final Texts texts;
    private final Quantities quantities;

    /**
     * @param engine what computes: network, instruction set, threads
     * @param device what the player is heard through
     */
    StatusBar(QueueViewModel model, Texts texts, ObservableValue<String> engine, ObservableValue<String> device) {
        this.texts = texts;
        this.quantities = new Quantities(texts);
        getStyleClass().add("status-bar");
        Label left = new Label();
        left.setId("status-engine");
        left.textProperty().bind(Bindings.createStringBinding(() -> engine.getValue() + speed(model.batchProperty().get()),
                engine, model.batchProperty()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label right = new Label();
        right.setId("status-batch");
        right.textProperty().bind(model.batchProperty().map(this::words));
        Label sound = new Label();
        sound.setId("status-device");
        sound.textProperty().bind(device);
        var roomy = widthProperty().greaterThanOrEqualTo(ROOMY);
        left.managedProperty().bind(roomy);
        left.visibleProperty().bind(roomy);
        sound.managedProperty().bind(sound.textProperty().isNotEmpty().and(roomy));
        sound.visibleProperty().bind(sound.managedProperty());
        getChildren().addAll(left, space, right, sound);
    }

    private String speed(Batch batch) {
        return batch.paused() || batch.speed().isEmpty() ? "" : " · " + texts.get("status.speed",
                String.format(texts.locale(), "%.1f", batch.speed().getAsDouble()));
    }

    private String words(Batch batch) {
        if (batch.total() == 0) {
            return texts.get("status.nothing");
        }
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("status.done", batch.done(), batch.total()));
        if (batch.failed() > 0) {
            parts.add(texts.get("status.failed", batch.failed()));
        }
        if (batch.paused()) {
            parts.add(texts.get("status.paused"));
        }
        if (batch.busy()) {
            batch.left().map(quantities::left).ifPresent(parts::add);
            batch.room().filter(room -> room.needed() > 0).ifPresent(room -> parts.add(texts.get(
                    room.suffices() ? "status.room" : "status.room.short", quantities.size(room.needed()),
                    quantities.size(room.free()))));
        }
        return String.join(" · ", parts);
    }
}
