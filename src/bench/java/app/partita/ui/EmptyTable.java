package app.partita.ui;

import app.partita.ui.theme.WindowTheme;
import java.util.Comparator;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.Scene;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** A window of the same size and style whose table has as many rows and columns, and nothing in its cells. */
final class EmptyTable {

    final Stage stage = new Stage();
    final TableView<Integer> table = new TableView<>();

    EmptyTable(Stage like, TableView<?> original, WindowTheme theme) {
        table.setFixedCellSize(original.getFixedCellSize());
        table.getStyleClass().add("queue");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS);
        SortedList<Integer> rows = new SortedList<>(FXCollections.observableList(
                IntStream.range(0, original.getItems().size()).boxed().toList()));
        rows.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(rows);
        original.getVisibleLeafColumns().forEach(column -> table.getColumns().add(like(column)));
        Scene scene = new Scene(table, like.getScene().getWidth(), like.getScene().getHeight());
        theme.dress(scene);
        stage.setScene(scene);
    }

    private static TableColumn<Integer, Integer> like(TableColumn<?, ?> original) {
        TableColumn<Integer, Integer> column = new TableColumn<>(original.getText());
        column.setPrefWidth(original.getWidth());
        column.setComparator(Comparator.naturalOrder());
        column.setCellValueFactory(features -> new SimpleObjectProperty<>(features.getValue()));
        column.setCellFactory(any -> new TableCell<>());
        return column;
    }
}
