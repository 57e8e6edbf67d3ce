package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.stems.StemKind;
import app.partita.ui.text.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A small square for each stem, in the stem's colour; named for those who ask or listen. */
final class StemsCell extends TableCell<JobRow, JobRow> {

    private static final List<StemKind> ORDER = List.of(StemKind.VOCALS, StemKind.DRUMS, StemKind.BASS,
            StemKind.OTHER, StemKind.GUITAR, StemKind.PIANO);

    private final Texts texts;
    private final HBox squares = new HBox();
    private final Map<String, Tooltip> tips;
    private List<StemKind> shown = List.of();

    /** @param tips by their words, shared by the column's cells: each is a window of its own */
    StemsCell(Texts texts, Map<String, Tooltip> tips) {
        this.texts = texts;
        this.tips = tips;
        squares.getStyleClass().add("stem-squares");
    }

    @Override
    protected void updateItem(JobRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        Job job = row.job();
        List<StemKind> stems = job.stems().stream().sorted(Comparator.comparing(ORDER::indexOf)).toList();
        if (!stems.equals(shown)) {
            shown = stems;
            squares.getChildren().setAll(stems.stream().map(StemsCell::square).toList());
        }
        String words = texts.get("stems.tooltip", stems.stream().map(stem -> texts.of("stem", stem))
                .collect(Collectors.joining(", ")), job.settings().model());
        setTooltip(tips.computeIfAbsent(words, Tooltip::new));
        setAccessibleText(words);
        setGraphic(squares);
    }

    private static Region square(StemKind stem) {
        Region square = new Region();
        square.getStyleClass().addAll("stem-square", stem.id());
        return square;
    }
}
