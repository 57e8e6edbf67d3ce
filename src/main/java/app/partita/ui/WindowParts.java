package app.partita.ui;

import app.partita.settings.SettingsStore;
import app.partita.ui.covers.CoverShelf;
import app.partita.ui.dialogs.SheetLayer;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.player.PlayerParts;
import app.partita.ui.queue.QueueTalk;
import app.partita.ui.system.Surroundings;
import app.partita.ui.theme.WindowTheme;
import java.util.List;

/**
 * What the window works with, besides the queue. All of it outlives the window, which is another one in another
 * language.
 *
 * @param models the names of the networks to choose from
 * @param engine what computes, such as {@code AVX-512}
 */
public record WindowParts(SettingsStore settings, NoticeBoard board, QueueTalk talk, WindowTheme theme,
                          SheetLayer sheets, Surroundings around, CoverShelf covers, PlayerParts player,
                          List<String> models, String engine, DemoDesk demo) {}
