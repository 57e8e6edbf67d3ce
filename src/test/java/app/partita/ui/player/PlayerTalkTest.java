package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import app.partita.player.PlayerNotice;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.text.Texts;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the player says to a person. */
class PlayerTalkTest {

    private final NoticeBoard board = new NoticeBoard();
    private final PlayerTalk talk = new PlayerTalk(board, () -> Texts.in(Locale.ENGLISH));

    @Test
    void aDeviceThatIsGoneIsNamedUnlessItWasTheSystemsChoice() {
        talk.notice(new PlayerNotice.DeviceLost("Headphones"));
        assertThat(said()).startsWith("The audio device Headphones is gone.");
        talk.notice(new PlayerNotice.DeviceLost(""));
        assertThat(said()).startsWith("The audio device is gone.");
    }

    @Test
    void aSongThatCannotBeReadComesWithItsNextStep() {
        talk.notice(new PlayerNotice.Unreadable(new Fault("song.flac ends too early.", "Find its file.")));
        assertThat(said()).isEqualTo("song.flac ends too early.");
        assertThat(board.announcements().getFirst().details()).containsExactly("Find its file.");
    }

    @Test
    void theEndOfASongIsNoNews() {
        talk.notice(new PlayerNotice.Ended());
        assertThat(board.announcements()).isEmpty();
    }

    private String said() {
        return board.announcements().getFirst().text();
    }
}
