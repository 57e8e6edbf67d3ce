package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.ui.system.Clipboards;
import app.partita.ui.system.Desktop;
import app.partita.ui.system.FileChoosers;
import app.partita.ui.system.Preview;
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
    private final Desktop desktop;
    private final Clipboards clipboards;
    private final FileChoosers choosers;
    private final Preview preview;
    private final QueueTalk talk;
    private final Texts texts;
    private final FailureText failures;
    private final Consumer<Job> opened;

    /** @param opened given a completed job whose stems shall be heard */
    public RowDeeds(QueueViewModel model, QueueCommands commands, Desktop desktop, Clipboards clipboards,
                    FileChoosers choosers, Preview preview, QueueTalk talk, Texts texts, Consumer<Job> opened) {
        this.model = model;
        this.commands = commands;
        this.desktop = desktop;
        this.clipboards = clipboards;
        this.choosers = choosers;
        this.preview = preview;
        this.talk = talk;
        this.texts = texts;
        this.failures = new FailureText(texts);
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
            case PREVIEW -> preview.toggle(first.song(), talk::fault);
            case RETRY -> commands.retry(ids);
            case SHOW_IN_FOLDER -> desktop.show(first.state() == JobState.COMPLETED ? first.folder() : first.song());
            case COPY_DETAILS -> clipboards.putText(suited.stream().map(this::details)
                    .collect(Collectors.joining("\n\n")));
            case RELOCATE -> choosers.folder(texts.get("choose.relocate"))
                    .ifPresent(folder -> commands.relocate(first.id(), folder));
            case MOVE_UP -> commands.move(ids, Math.max(0, indexes(suited).getFirst() - 1));
            case MOVE_DOWN -> commands.move(ids, Math.min(model.rows().size(), indexes(suited).getLast() + 2));
            case CANCEL -> commands.cancel(ids);
            case REMOVE -> commands.remove(ids);
            case DELETE_STEMS -> commands.deleteStems(ids);
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
        return String.join("\n", lines).strip();
    }
}
