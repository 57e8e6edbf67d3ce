package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.ui.dialogs.SheetLayer;
import app.partita.ui.system.Surroundings;
import app.partita.ui.text.FailureText;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Does what a person wants done with rows. */
public final class RowDeeds implements RowActions {

    private final QueueViewModel model;
    private final QueueCommands commands;
    private final Surroundings around;
    private final QueueTalk talk;
    private final Texts texts;
    private final FailureText failures;
    private final Consumer<Job> opened;

    private final SheetLayer sheets;

    /**
     * @param sheets where is asked before files are touched
     * @param opened given a completed job whose stems shall be heard
     */
    public RowDeeds(QueueViewModel model, QueueCommands commands, Surroundings around, QueueTalk talk, Texts texts,
                    SheetLayer sheets, Consumer<Job> opened) {
        this.model = model;
        this.commands = commands;
        this.around = around;
        this.talk = talk;
        this.texts = texts;
        this.failures = new FailureText(texts);
        this.sheets = sheets;
        this.opened = opened;
    }

    @Override
    public void perform(RowAction action, List<JobRow> rows) {
        List<JobRow> suited = rows.stream().filter(action::suits).toList();
        if (suited.isEmpty()) {
            return;
        }
        List<String> ids = suited.stream().map(JobRow::id).toList();
        Job first = suited.getFirst().job();
        switch (action) {
            case OPEN -> opened.accept(first);
            case PREVIEW -> around.preview().toggle(first.song(), talk::fault);
            case RETRY -> commands.retry(ids);
            case SHOW_IN_FOLDER -> around.desktop()
                    .show(first.state() == JobState.COMPLETED ? first.folder() : first.song());
            case COPY_DETAILS -> around.clipboards().putText(suited.stream().map(this::details)
                    .collect(Collectors.joining("\n\n")));
            case RELOCATE -> around.choosers().folder(texts.get("choose.relocate"))
                    .ifPresent(folder -> commands.relocate(first.id(), folder));
            case MOVE_UP -> commands.move(ids, Math.max(0, indexes(suited).getFirst() - 1));
            case MOVE_DOWN -> commands.move(ids, Math.min(model.rows().size(), indexes(suited).getLast() + 2));
            case CANCEL -> commands.cancel(ids);
            case REMOVE -> commands.remove(ids);
            case DELETE_STEMS -> sheets.show(new DeleteQuestion(texts).about(suited.stream().map(JobRow::job).toList(),
                    () -> commands.deleteStems(ids)));
        }
    }

    private List<Integer> indexes(List<JobRow> rows) {
        return rows.stream().map(model.rows()::indexOf).sorted().toList();
    }

    private String details(JobRow row) {
        Job job = row.job();
        List<String> lines = new ArrayList<>();
        lines.add(row.titleProperty().get());
        lines.add(job.song().toString());
        lines.add(texts.of("state", job.state()) + " · " + job.settings().model() + " · "
                + texts.of("format", job.settings().format()));
        lines.add(job.folder().toString());
        job.failure().ifPresent(why -> {
            lines.add(failures.cause(why));
            lines.add(failures.nextStep(why));
            lines.add(why.details());
        });
        lines.addAll(job.warnings());
        lines.add(around.machine());
        return String.join("\n", lines).strip();
    }
}
