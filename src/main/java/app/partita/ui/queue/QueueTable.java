package app.partita.ui.queue;

import app.partita.ui.covers.CoverShelf;
import app.partita.ui.text.Texts;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;

/** The table of songs: builds the columns and the rows. */
final class QueueTable extends TableView<JobRow> {

    private static final double ROW = 52;

    private final Texts texts;
    private final RowActions actions;
    private final CoverShelf covers;

    QueueTable(QueueViewModel model, QueueCommands commands, Texts texts, RowActions actions, CoverShelf covers) {
        this.texts = texts;
        this.covers = covers;
        this.actions = actions;
        setId("queue");
        getStyleClass().add("queue");
        setAccessibleText(texts.get("queue.name"));
        setFixedCellSize(ROW);
        setTableMenuButtonVisible(true);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        SortedList<JobRow> sorted = new SortedList<>(model.shown());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setPlaceholder(new NothingLeft(model, texts));
        addColumns();
        RowDrag drag = new RowDrag(this, () -> getSortOrder().isEmpty() && !model.isFiltered(), commands::move,
                new DragPicture(texts));
        ContextMenu menu = new RowMenu(texts, actions, this::selected);
        setRowFactory(table -> row(drag, menu));
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
    }

    /** The selected rows, in the order in which they are shown. */
    List<JobRow> selected() {
        return List.copyOf(getSelectionModel().getSelectedItems());
    }

    private void addColumns() {
        Map<String, Tooltip> stemTips = new HashMap<>();
        Map<RowAction, Tooltip> actionTips = new EnumMap<>(RowAction.class);
        TableColumn<JobRow, JobRow> song = column("song", 470, 160, column -> new SongCell(covers),
                Comparator.comparing(row -> row.titleProperty().get(), String.CASE_INSENSITIVE_ORDER));
        TableColumn<JobRow, JobRow> length = column("length", 84, 64, column -> new TextCell(JobRow::lengthProperty),
                Comparator.comparing(row -> row.job().seconds()));
        TableColumn<JobRow, JobRow> stems = column("stems", 132, 76, column -> new StemsCell(texts, stemTips),
                Comparator.comparing(row -> row.job().stems().size()));
        TableColumn<JobRow, JobRow> model = column("model", 110, 80, column -> new TextCell(row ->
                row.jobProperty().map(job -> job.settings().model())),
                Comparator.comparing(row -> row.job().settings().model()));
        TableColumn<JobRow, JobRow> format = column("format", 110, 80, column -> new TextCell(row ->
                row.jobProperty().map(job -> texts.of("format", job.settings().format()))),
                Comparator.comparing(row -> row.job().settings().format()));
        TableColumn<JobRow, JobRow> progress = column("progress", 434, 180, column -> new ProgressCell(texts),
                Comparator.comparing((JobRow row) -> row.state().ordinal())
                        .thenComparing(row -> row.progressProperty().get()));
        TableColumn<JobRow, JobRow> time = column("time", 190, 124, column -> new TimeCell(),
                Comparator.comparing(row -> row.job().progress().elapsed()));
        TableColumn<JobRow, JobRow> buttons = column("actions", 130, 118,
                column -> new ActionsCell(texts, actions, actionTips), null);
        length.setMaxWidth(140);
        stems.setMaxWidth(200);
        buttons.setMaxWidth(150);
        model.setVisible(false);
        format.setVisible(false);
        buttons.setSortable(false);
        buttons.setText("");
        getColumns().setAll(List.of(song, length, stems, model, format, progress, time, buttons));
    }

    private TableColumn<JobRow, JobRow> column(String id, double width, double least,
            Function<TableColumn<JobRow, JobRow>, TableCell<JobRow, JobRow>> cells, Comparator<JobRow> order) {
        TableColumn<JobRow, JobRow> column = new TableColumn<>(texts.get("column." + id));
        column.setId(id);
        column.getStyleClass().add(id + "-column");
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setCellValueFactory(features -> itself(features.getValue()));
        column.setCellFactory(cells::apply);
        if (order != null) {
            column.setComparator(order);
        }
        return column;
    }

    private static ObservableValue<JobRow> itself(JobRow row) {
        return new SimpleObjectProperty<>(row);
    }

    private TableRow<JobRow> row(RowDrag drag, ContextMenu menu) {
        TableRow<JobRow> row = new TableRow<>();
        drag.attach(row);
        row.contextMenuProperty().bind(Bindings.when(row.emptyProperty()).then((ContextMenu) null).otherwise(menu));
        row.itemProperty().addListener((property, old, now) -> {
            row.accessibleTextProperty().unbind();
            if (now != null) {
                row.accessibleTextProperty().bind(now.jobProperty().map(job -> spoken(now)));
            }
        });
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && !row.isEmpty()) {
                actions.perform(RowAction.OPEN, List.of(row.getItem()));
            }
        });
        return row;
    }

    private String spoken(JobRow row) {
        return texts.get("row.spoken", row.titleProperty().get(), texts.of("state", row.state()),
                row.percentProperty().get(), row.messageProperty().get());
    }

    /** Before the table's own keys: it would take some of these for moving about. */
    private void keyPressed(KeyEvent event) {
        if (event.getTarget() != this) {
            return;
        }
        for (RowAction action : RowAction.values()) {
            if (action.key().match(event)) {
                actions.perform(action, selected());
                event.consume();
                return;
            }
        }
    }
}
