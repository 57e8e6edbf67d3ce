package app.partita.ui;

import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.ui.queue.JobRow;
import app.partita.ui.text.ProgressText;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/**
 * Reads off the running row's cells, in each frame after it was laid out, what of that which was told can be seen now.
 * For the thread that draws.
 */
final class RowWatch {

    /** One job as it was seen: how long each event took to its frame, and the times of the frames that brought news. */
    record Seen(List<Long> latencies, List<Long> frames) {

        /** The longest time without news, in nanoseconds. */
        long longestGap() {
            long longest = 0;
            for (int i = 1; i < frames.size(); i++) {
                longest = Math.max(longest, frames.get(i) - frames.get(i - 1));
            }
            return longest;
        }
    }

    private final TableView<JobRow> table;
    private final ToldJobs told;
    private final ProgressText words;
    private TableRow<?> row;
    private Seen now = new Seen(new ArrayList<>(), new ArrayList<>());

    RowWatch(TableView<JobRow> table, ToldJobs told, Texts texts) {
        this.table = table;
        this.told = told;
        this.words = new ProgressText(texts);
    }

    /** What was seen since the last call. */
    Seen result() {
        Seen result = now;
        now = new Seen(new ArrayList<>(), new ArrayList<>());
        return result;
    }

    /** A frame was laid out. */
    void frame() {
        Job job = told.next();
        if (job == null || !find(job)) {
            return;
        }
        long time = System.nanoTime();
        List<ToldJobs.Told> seen = told.take(this::isShown);
        seen.forEach(event -> now.latencies().add(time - event.nanos()));
        if (!seen.isEmpty()) {
            now.frames().add(time);
        }
    }

    private boolean find(Job job) {
        if (row == null || !shows(row, job)) {
            row = table.lookupAll(".table-row-cell").stream().map(TableRow.class::cast)
                    .filter(candidate -> shows(candidate, job)).findFirst().orElse(null);
        }
        return row != null;
    }

    private static boolean shows(TableRow<?> row, Job job) {
        return row.getItem() instanceof JobRow item && item.id().equals(job.id());
    }

    private boolean isShown(Job job) {
        if (job.state() != JobState.RUNNING) {
            return text(".word").isPresent();
        }
        return text(".percent").filter((job.progress().percent() + "%")::equals).isPresent()
                && text(".message").filter(words.message(job.progress())::equals).isPresent();
    }

    private Optional<String> text(String selector) {
        return row.lookup(selector) instanceof Label label ? Optional.of(label.getText()) : Optional.empty();
    }
}
