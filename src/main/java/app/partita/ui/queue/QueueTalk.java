package app.partita.ui.queue;

import app.partita.fault.Fault;
import app.partita.jobs.DiskRoom;
import app.partita.jobs.JobFailure;
import app.partita.jobs.Notice;
import app.partita.ui.notices.Announcement;
import app.partita.ui.notices.Announcement.Choice;
import app.partita.ui.notices.Announcement.Tone;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.text.FailureText;
import app.partita.ui.text.Quantities;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Says in the strip what the queue has to say or to ask. For any thread. */
public final class QueueTalk {

    private static final String WALK = "walk";
    private static final String UNDO = "undo";
    private static final String ROOM = "room";

    private final NoticeBoard board;
    private final Supplier<Texts> texts;
    private final Executor drawing;
    private final Executor later;

    /**
     * @param drawing the thread that draws
     * @param later   runs something when an undo was offered for long enough; on any thread
     */
    public QueueTalk(NoticeBoard board, Supplier<Texts> texts, Executor drawing, Executor later) {
        this.later = later;
        this.board = board;
        this.texts = texts;
        this.drawing = drawing;
    }

    /** So many songs were found so far. */
    void counting(int songs, Runnable stop) {
        say(() -> new Announcement(WALK, Tone.INFO, text("walk.counting", songs), List.of(),
                List.of(new Choice(text("walk.stop"), stop))));
    }

    /** The walk is over. */
    void counted() {
        drawing.execute(() -> board.withdraw(WALK));
    }

    void nothingFound() {
        say(() -> Announcement.of(WALK, Tone.WARNING, text("walk.nothing")));
    }

    void askMany(int songs, Runnable add) {
        say(() -> new Announcement(WALK, Tone.WARNING, text("walk.many", songs), List.of(),
                List.of(new Choice(text("walk.many.add", songs), add))));
    }

    void askDuplicates(List<String> names, Runnable again) {
        say(() -> new Announcement("duplicates", Tone.INFO, text("duplicates.ask", names.size()), names,
                List.of(new Choice(text("duplicates.again"), again), new Choice(text("duplicates.skip"), () -> { }))));
    }

    /** Files were dropped, but the desktop did not say which. */
    public void droppedEmpty() {
        say(() -> Announcement.of("empty-drop", Tone.WARNING, text("drop.empty")));
    }

    void undoable(String key, int rows, Runnable undo) {
        drawing.execute(() -> {
            Announcement offer = new Announcement(UNDO, Tone.INFO, text(key, rows), List.of(),
                    List.of(new Choice(text("undo"), undo)));
            board.say(offer);
            later.execute(() -> drawing.execute(() -> board.withdraw(offer)));
        });
    }

    /** What the strip offers to take back was taken back, or something else was done since. */
    void passed() {
        drawing.execute(() -> board.withdraw(UNDO));
    }

    /** That disk will not hold what is waiting. */
    void roomShort(DiskRoom room) {
        say(() -> {
            Quantities quantities = new Quantities(texts.get());
            return Announcement.of(ROOM, Tone.WARNING, text("room.short", quantities.size(room.needed()),
                    room.folder(), quantities.size(room.free())));
        });
    }

    void roomSuffices() {
        drawing.execute(() -> board.withdraw(ROOM));
    }

    /**
     * The program made a mistake.
     *
     * @param copy takes the details, if a person wants to report them
     */
    public void mishap(Throwable thrown, Consumer<String> copy) {
        JobFailure failure = JobFailure.of(thrown);
        say(() -> new Announcement("mishap", Tone.ERROR, text("mishap.text", thrown), List.of(failure.details()),
                List.of(new Choice(text("action.copy_details"), () -> copy.accept(failure.details())))));
    }

    /** Something could not be done. */
    public void fault(Fault fault) {
        say(() -> Announcement.of("fault", Tone.ERROR, new FailureText(texts.get()).both(fault)));
    }

    /** Something the queue tells. */
    public void notice(Notice notice) {
        say(() -> {
            List<String> details = new ArrayList<>(notice.files().stream().map(Object::toString).toList());
            notice.fault().map(new FailureText(texts.get())::both).ifPresent(details::add);
            Tone tone = notice.kind() == Notice.Kind.NOT_SAVED ? Tone.ERROR : Tone.WARNING;
            return new Announcement(notice.kind().name(), tone,
                    text("notice." + notice.kind().name().toLowerCase(Locale.ROOT), notice.files().size()),
                    details, List.of());
        });
    }

    private void say(Supplier<Announcement> announcement) {
        drawing.execute(() -> board.say(announcement.get()));
    }

    private String text(String key, Object... arguments) {
        return texts.get().get(key, arguments);
    }
}
