package app.partita.ui.player;

import app.partita.fault.Fault;
import app.partita.player.PlayerNotice;
import app.partita.ui.notices.Announcement;
import app.partita.ui.notices.Announcement.Tone;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.text.Texts;
import java.util.List;
import java.util.function.Supplier;

/** Says in the strip what the player has to say; on the thread that draws. */
public final class PlayerTalk implements PlayerViewModel.Talk {

    private static final String TOPIC = "player";

    private final NoticeBoard board;
    private final Supplier<Texts> texts;

    public PlayerTalk(NoticeBoard board, Supplier<Texts> texts) {
        this.board = board;
        this.texts = texts;
    }

    @Override
    public void notice(PlayerNotice notice) {
        Texts words = texts.get();
        switch (notice) {
            case PlayerNotice.NoDevice none -> say(Tone.WARNING, words.get("player.no_device"));
            case PlayerNotice.DeviceLost(String device) -> say(Tone.WARNING, device.isEmpty()
                    ? words.get("player.device_lost.system") : words.get("player.device_lost", device));
            case PlayerNotice.OtherDevice(String missing) -> say(Tone.INFO, words.get("player.other_device", missing));
            case PlayerNotice.Unreadable(Fault fault) -> fault(fault);
            case PlayerNotice.Ended ended -> { }
        }
    }

    @Override
    public void fault(Fault fault) {
        board.say(new Announcement(TOPIC, Tone.ERROR, fault.getMessage(), List.of(fault.nextStep()), List.of()));
    }

    @Override
    public void noBeats() {
        say(Tone.INFO, texts.get().get("player.no_beats"));
    }

    private void say(Tone tone, String text) {
        board.say(Announcement.of(TOPIC, tone, text));
    }
}
