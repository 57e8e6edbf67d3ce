package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.ui.text.FailureText;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.Icon;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * How far a song is: a bar with percent and message, in a narrow column above each other, or how it ended. The bar is
 * bound to the row's progress.
 */
final class ProgressCell extends TableCell<JobRow, JobRow> {

    private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
    private static final double ROOMY = 330;
    private static final double LONGEST_BAR = 188;
    /** What percent and message take beside the bar: it gives way to them, whatever they say at the moment. */
    private static final double WORDS = 246;

    private final Texts texts;
    private final FailureText failures;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label percent = new Label();
    private final Label message = new Label();
    private final HBox line = new HBox(bar, percent);
    private final VBox underWay = new VBox(line, message);
    private final Label word = new Label();
    private final Label fact = new Label();
    private final HBox ended = new HBox();
    private final ChangeListener<Job> changes = (property, old, now) -> {
        if (old.state() != now.state() || old.lost() != now.lost()) {
            show(now);
        }
    };
    private final ChangeListener<Boolean> pauses = (property, old, now) -> bar.pseudoClassStateChanged(PAUSED, now);
    private JobRow bound;

    ProgressCell(Texts texts) {
        this.texts = texts;
        failures = new FailureText(texts);
        percent.getStyleClass().add("percent");
        percent.setMinWidth(USE_PREF_SIZE);
        message.getStyleClass().add("message");
        line.getStyleClass().add("progress-cell");
        underWay.getStyleClass().add("progress-lines");
        widthProperty().subscribe(width -> arrange(width.doubleValue()));
        word.getStyleClass().add("word");
        word.setMinWidth(USE_PREF_SIZE);
        ended.getStyleClass().add("progress-cell");
    }

    private void arrange(double width) {
        boolean roomy = width >= ROOMY;
        bar.setMaxWidth(roomy ? Math.min(LONGEST_BAR, width - WORDS) : LONGEST_BAR);
        if (roomy != line.getChildren().contains(message)) {
            (roomy ? line : underWay).getChildren().add(message);
        }
    }

    @Override
    protected void updateItem(JobRow row, boolean empty) {
        super.updateItem(row, empty);
        JobRow now = empty ? null : row;
        if (now == bound) {
            return;
        }
        unbind();
        bound = now;
        if (now == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        bar.progressProperty().bind(now.progressProperty());
        percent.textProperty().bind(now.percentProperty());
        message.textProperty().bind(now.messageProperty());
        now.jobProperty().addListener(changes);
        now.pausedProperty().addListener(pauses);
        bar.pseudoClassStateChanged(PAUSED, now.pausedProperty().get());
        show(now.job());
    }

    private void unbind() {
        if (bound != null) {
            bar.progressProperty().unbind();
            percent.textProperty().unbind();
            message.textProperty().unbind();
            bound.jobProperty().removeListener(changes);
            bound.pausedProperty().removeListener(pauses);
        }
    }

    private void show(Job job) {
        setTooltip(null);
        switch (job.state()) {
            case WAITING, RUNNING -> showUnderWay(job);
            case COMPLETED -> showCompleted(job);
            case FAILED -> showFailed(job);
            case CANCELLED -> showEnd(Icon.STOPPED, "cancelled", texts.of("state", job.state()), "", "fact");
        }
    }

    private void showUnderWay(Job job) {
        percent.getStyleClass().remove("waiting");
        if (job.state() == JobState.WAITING) {
            percent.getStyleClass().add("waiting");
        }
        setGraphic(underWay);
    }

    private void showCompleted(Job job) {
        if (job.lost()) {
            showEnd(Icon.LOST, "missing", texts.get("progress.lost"), texts.get("progress.lost.where", job.folder()),
                    "fact");
            return;
        }
        String made = texts.get("progress.made", job.stems().size(), texts.of("format", job.settings().format()));
        if (job.warnings().isEmpty()) {
            showEnd(Icon.CHECK, "completed", texts.get("stage.complete"), made, "fact");
        } else {
            showEnd(Icon.CHECK, "completed", texts.get("stage.complete"),
                    texts.get("progress.warned", made, job.warnings().size()), "fact");
            setTooltip(more(String.join("\n", job.warnings())));
        }
    }

    private void showFailed(Job job) {
        job.failure().ifPresent(why -> {
            showEnd(Icon.ALERT, "failed", texts.of("state", job.state()), failures.brief(why, job), "cause");
            setTooltip(more(failures.cause(why) + "\n" + failures.nextStep(why)));
        });
    }

    /** Made when there is something to say: each is a window of its own, and most cells need none. */
    private static Tooltip more(String words) {
        Tooltip more = new Tooltip(words);
        more.setWrapText(true);
        more.setMaxWidth(420);
        return more;
    }

    private void showEnd(Icon icon, String style, String says, String detail, String detailStyle) {
        Node sign = icon.node("state-icon", style);
        word.setText(says);
        word.getStyleClass().setAll("label", "word", style);
        fact.setText(detail);
        fact.getStyleClass().setAll("label", detailStyle);
        ended.getChildren().setAll(sign, word, fact);
        setGraphic(ended);
    }
}
