package app.partita.ui.queue;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Reorders the selected rows by dragging them, as long as the table shows the queue's own order. */
final class RowDrag {

    static final DataFormat ROWS = new DataFormat("application/x-partita-rows");

    private static final PseudoClass ABOVE = PseudoClass.getPseudoClass("drop-above");
    private static final PseudoClass BELOW = PseudoClass.getPseudoClass("drop-below");

    private final TableView<JobRow> table;
    private final BooleanSupplier allowed;
    private final Mover mover;
    private final DragPicture picture;

    /** Moves rows. */
    @FunctionalInterface
    interface Mover {

        /** The rows of these ids, to before what is now at that index. */
        void move(List<String> ids, int toIndex);
    }

    RowDrag(TableView<JobRow> table, BooleanSupplier allowed, Mover mover, DragPicture picture) {
        this.picture = picture;
        this.table = table;
        this.allowed = allowed;
        this.mover = mover;
    }

    void attach(TableRow<JobRow> row) {
        row.setOnDragDetected(event -> {
            if (row.isEmpty() || !allowed.getAsBoolean()) {
                return;
            }
            Dragboard board = row.startDragAndDrop(TransferMode.MOVE);
            ClipboardContent content = new ClipboardContent();
            content.put(ROWS, String.join("\n",
                    table.getSelectionModel().getSelectedItems().stream().map(JobRow::id).toList()));
            board.setContent(content);
            board.setDragView(picture.of(List.copyOf(table.getSelectionModel().getSelectedItems()), table.getScene()));
            event.consume();
        });
        row.setOnDragOver(event -> {
            if (event.getDragboard().hasContent(ROWS) && allowed.getAsBoolean()) {
                event.acceptTransferModes(TransferMode.MOVE);
                mark(row, event);
                event.consume();
            }
        });
        row.setOnDragExited(event -> unmark(row));
        row.setOnDragDropped(event -> {
            if (event.getDragboard().hasContent(ROWS)) {
                unmark(row);
                List<String> ids = List.of(((String) event.getDragboard().getContent(ROWS)).split("\n"));
                mover.move(ids, target(row, event));
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private int target(TableRow<JobRow> row, DragEvent event) {
        int rows = table.getItems().size();
        return row.isEmpty() ? rows : Math.min(rows, row.getIndex() + (lowerHalf(row, event) ? 1 : 0));
    }

    private static boolean lowerHalf(TableRow<JobRow> row, DragEvent event) {
        return event.getY() > row.getHeight() / 2;
    }

    private static void mark(TableRow<JobRow> row, DragEvent event) {
        boolean below = lowerHalf(row, event);
        row.pseudoClassStateChanged(ABOVE, !row.isEmpty() && !below);
        row.pseudoClassStateChanged(BELOW, !row.isEmpty() && below);
    }

    private static void unmark(TableRow<JobRow> row) {
        row.pseudoClassStateChanged(ABOVE, false);
        row.pseudoClassStateChanged(BELOW, false);
    }
}
