package app.partita.ui.queue;

import app.partita.ui.covers.CoverShelf;
import app.partita.ui.text.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The upper half of the window: the table of songs, or what to do if there are none. */
public final class QueueView extends StackPane {

    private final Texts texts;
    private final QueueTable table;
    private final EmptyQueue empty;

    /**
     * @param actions what is done with rows
     * @param choose  lets a person choose songs
     * @param demo    queues the demo song
     * @param composing whether that song is being composed
     */
    public QueueView(QueueViewModel model, QueueCommands commands, Texts texts, RowActions actions, CoverShelf covers,
                     Runnable choose, Runnable demo, ObservableValue<Boolean> composing) {
        this.texts = texts;
        table = new QueueTable(model, commands, texts, actions, covers);
        empty = new EmptyQueue(texts, choose, demo, composing);
        empty.visibleProperty().bind(Bindings.isEmpty(model.rows()));
        showTable();
        getChildren().addAll(table, empty);
        // What held the keyboard is gone then, and the next best would be the filter.
        empty.visibleProperty().addListener((property, old, now) -> {
            if (holdsFocus()) {
                focusFirst();
            }
        });
    }

    private void showTable() {
        table.visibleProperty().bind(empty.visibleProperty().not());
    }

    /** Gets ready, in a moment when nothing else is to be done, to show so many first rows at once. */
    public void rehearse(int rows) {
        if (!empty.isVisible()) {
            return;
        }
        // What is not visible gets no styles.
        table.visibleProperty().unbind();
        table.setVisible(true);
        new Rehearsal(table, texts).play(rows);
        showTable();
    }

    /** As many rows as there is room for. */
    public int roomForRows() {
        return (int) Math.ceil(getHeight() / table.getFixedCellSize());
    }

    /** The selected rows. */
    public List<JobRow> selected() {
        return table.selected();
    }

    /** Selects those of these rows that are shown. */
    public void select(List<String> ids) {
        table.getItems().stream().filter(row -> ids.contains(row.id()))
                .forEach(row -> table.getSelectionModel().select(row));
    }

    /** How columns lie and are sorted, to be kept. */
    public TableLayout tableLayout() {
        return new TableLayout(table);
    }

    private boolean holdsFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        while (owner != null && owner != this) {
            owner = owner.getParent();
        }
        return owner == this;
    }

    /** Puts the keyboard on the table, or on the first button if there is none. */
    public void focusFirst() {
        if (table.isVisible()) {
            table.requestFocus();
        } else {
            empty.focusFirst();
        }
    }
}
