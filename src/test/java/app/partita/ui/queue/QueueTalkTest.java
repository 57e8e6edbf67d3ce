package app.partita.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.ui.notices.Announcement;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class QueueTalkTest {

    private final NoticeBoard board = new NoticeBoard();
    private final List<Runnable> whenOfferedForLongEnough = new ArrayList<>();
    private final QueueTalk talk = new QueueTalk(board, () -> Texts.in(Locale.ENGLISH), Runnable::run,
            whenOfferedForLongEnough::add);

    @Test
    void anUndoIsNotOfferedForEver() {
        talk.undoable("undo.removed", 4, () -> { });
        assertThat(said()).singleElement().asString().startsWith("4 songs removed");

        whenOfferedForLongEnough.removeFirst().run();

        assertThat(said()).isEmpty();
    }

    @Test
    void theNextOfferHasItsOwnTime() {
        talk.undoable("undo.removed", 4, () -> { });
        talk.undoable("undo.cancelled", 1, () -> { });

        whenOfferedForLongEnough.removeFirst().run();
        assertThat(said()).containsExactly("1 song cancelled.");

        whenOfferedForLongEnough.removeFirst().run();
        assertThat(said()).isEmpty();
    }

    @Test
    void theNextDeedTakesTheOfferAway() {
        talk.undoable("undo.cancelled", 1, () -> { });

        talk.passed();

        assertThat(said()).isEmpty();
    }

    private List<String> said() {
        return board.announcements().stream().map(Announcement::text).toList();
    }
}
