package app.partita.ui.queue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;

/** Order, width, visibility and sorting of a table's columns as a line of text. */
public final class TableLayout {

    private static final String HIDDEN = "hidden";

    private final TableView<JobRow> table;

    TableLayout(TableView<JobRow> table) {
        this.table = table;
    }

    /** Such as {@code song:470 length:84:DESCENDING model:110:hidden}. */
    public String text() {
        List<String> columns = new ArrayList<>();
        for (TableColumn<JobRow, ?> column : table.getColumns()) {
            String text = column.getId() + ":" + Math.round(column.getWidth());
            if (!column.isVisible()) {
                text += ":" + HIDDEN;
            } else if (table.getSortOrder().contains(column)) {
                text += ":" + column.getSortType();
            }
            columns.add(text);
        }
        return String.join(" ", columns);
    }

    /** Lays the columns out as such a text says; what it does not know or mention is left as it is. */
    public void apply(String text) {
        Map<String, TableColumn<JobRow, ?>> byId = new HashMap<>();
        table.getColumns().forEach(column -> byId.put(column.getId(), column));
        List<TableColumn<JobRow, ?>> order = new ArrayList<>();
        for (String part : text.split(" ")) {
            String[] facts = part.split(":");
            TableColumn<JobRow, ?> column = byId.remove(facts[0]);
            if (column != null && facts.length > 1 && facts[1].matches("\\d{1,5}")) {
                order.add(column);
                column.setPrefWidth(Double.parseDouble(facts[1]));
                column.setVisible(facts.length < 3 || !facts[2].equals(HIDDEN));
                sort(column, facts);
            }
        }
        table.getColumns().stream().filter(byId::containsValue).forEach(order::add);
        if (!order.equals(table.getColumns())) {
            table.getColumns().setAll(order);
        }
    }

    private void sort(TableColumn<JobRow, ?> column, String[] facts) {
        if (facts.length < 3 || facts[2].equals(HIDDEN)) {
            return;
        }
        for (SortType type : SortType.values()) {
            if (type.name().equals(facts[2].toUpperCase(Locale.ROOT))) {
                column.setSortType(type);
                table.getSortOrder().add(column);
            }
        }
    }

    /** From now on tells when something of it changes. */
    public void listen(Runnable changed) {
        table.getColumns().addListener((ListChangeListener<TableColumn<JobRow, ?>>) change -> changed.run());
        table.getSortOrder().addListener((ListChangeListener<TableColumn<JobRow, ?>>) change -> changed.run());
        table.getColumns().forEach(column -> {
            column.widthProperty().addListener(change -> changed.run());
            column.visibleProperty().addListener(change -> changed.run());
            column.sortTypeProperty().addListener(change -> changed.run());
        });
    }
}
