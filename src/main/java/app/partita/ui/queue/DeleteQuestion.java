package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.ui.dialogs.Sheet;
import app.partita.ui.text.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Asks before stems go to the trash: what goes, and that it can be taken back there. */
final class DeleteQuestion {

    private static final double WIDTH = 480;
    private static final int NAMED = 4;

    private final Texts texts;

    DeleteQuestion(Texts texts) {
        this.texts = texts;
    }

    /** @param yes done if the answer is yes; the safe answer is the one that Enter and Escape give */
    Sheet about(List<Job> jobs, Runnable yes) {
        int files = jobs.stream().mapToInt(job -> job.run().result()
                .map(made -> made.stems().size()).orElse(job.stems().size())).sum();
        List<Path> folders = jobs.stream().map(Job::folder).distinct().toList();
        String names = folders.stream().limit(NAMED).map(Path::toString).collect(Collectors.joining("\n"));
        int more = folders.size() - NAMED;
        return new Sheet(texts.get("delete.heading", jobs.size()), WIDTH,
                Sheet.text(texts.get("delete.words", files, folders.size())),
                Sheet.text(more > 0 ? names + "\n" + texts.get("notice.more", more) : names))
                .dangerButton("delete-yes", texts.get("delete.yes"), yes)
                .defaultButton("delete-no", texts.get("delete.no"), () -> { });
    }
}
