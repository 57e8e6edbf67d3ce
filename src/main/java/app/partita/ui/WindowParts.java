package app.partita.ui;

import app.partita.settings.SettingsStore;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.queue.QueueTalk;
import app.partita.ui.system.Clipboards;
import app.partita.ui.system.Desktop;
import app.partita.ui.system.FileChoosers;
import app.partita.ui.system.Preview;
import app.partita.ui.theme.WindowTheme;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the window works with, besides the queue.
 *
 * @param models the names of the networks to choose from
 * @param engine what computes, such as {@code AVX-512}
 * @param demo   writes the demo song, away from the thread that draws, and hands it on to be queued
 */
public record WindowParts(SettingsStore settings, NoticeBoard board, QueueTalk talk, WindowTheme theme,
                          FileChoosers choosers, Clipboards clipboards, Desktop desktop, Preview preview,
                          List<String> models, String engine, Consumer<Consumer<Path>> demo) {}
