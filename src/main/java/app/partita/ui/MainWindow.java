package app.partita.ui;

import app.partita.jobs.Job;
import app.partita.models.Model;
import app.partita.models.ModelTerms;
import app.partita.settings.Settings;
import app.partita.settings.Theme;
import app.partita.ui.dialogs.Sheet;
import app.partita.ui.dialogs.SheetLayer;
import app.partita.ui.models.TermsAnswer;
import app.partita.ui.models.TermsSheet;
import app.partita.ui.notices.NoticeStrip;
import app.partita.ui.queue.DropOverlay;
import app.partita.ui.queue.DropZone;
import app.partita.ui.queue.JobRow;
import app.partita.ui.queue.QueueCommands;
import app.partita.ui.queue.QueueView;
import app.partita.ui.queue.QueueViewModel;
import app.partita.ui.queue.RowDeeds;
import app.partita.ui.queue.TableLayout;
import app.partita.ui.settings.SettingsSheet;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.ColourScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's content: top bar, strip of notices, queue, status bar; above them what is dropped or asked. */
public final class MainWindow {

    private static final String LAYOUT = "queue.columns";
    private static final double QUESTION = 480;

    private final QueueViewModel model;
    private final QueueCommands commands;
    private final WindowParts parts;
    private final Texts texts;
    private final Runnable close;
    private final SheetLayer sheets;
    private final ReadOnlyStringWrapper engine = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper device = new ReadOnlyStringWrapper("");
    private final DropZone dropZone;
    private final TopBar topBar;
    private final QueueView queue;
    private final PlayerHalf player;
    private final StackPane root;

    /** @param close what the key for closing does */
    public MainWindow(QueueViewModel model, QueueCommands commands, WindowParts parts, Texts texts, Runnable close) {
        this.model = model;
        this.commands = commands;
        this.parts = parts;
        this.texts = texts;
        this.close = close;
        sheets = parts.sheets();
        dropZone = new DropZone(commands::add, parts.talk()::droppedEmpty);
        topBar = new TopBar(model, texts, parts.theme().scheme(), this::perform);
        queue = new QueueView(model, commands, texts, new RowDeeds(model, commands, parts.around(),
                parts.talk(), texts, sheets, this::openSong), parts.covers(), this::chooseSongs, this::demo,
                parts.demo().composingProperty());
        player = new PlayerHalf(queue, model, parts, texts);
        BorderPane content = new BorderPane(player.node());
        content.setTop(new VBox(topBar, new NoticeStrip(parts.board(), texts)));
        content.setBottom(new StatusBar(model, texts, engine, new DeviceWords(texts).of(parts.player(), device)));
        root = new StackPane(content, new DropOverlay(dropZone, texts), sheets);
        dropZone.attach(root);
        WindowKeys keys = new WindowKeys(this::perform, model.filterProperty()::set);
        root.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (!sheets.isShowing()) {
                keys.pressed(root.getScene(), event);
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!sheets.isShowing()) {
                keys.pressedFirst(root.getScene(), event, this::pasteFiles);
                player.pressed(event);
            }
        });
        keepLayout();
        show(parts.settings().settings());
    }

    /** It is no longer shown. */
    public void dispose() {
        player.dispose();
    }

    /** What the scene shows. */
    public StackPane root() {
        return root;
    }

    /** Puts the keyboard where it is needed first. */
    public void focus() {
        queue.focusFirst();
    }

    /** Gets ready for the first songs, in a moment when nothing else is to be done: for one, then for a windowful. */
    void rehearse() {
        queue.rehearse(1);
        Platform.runLater(() -> queue.rehearse(queue.roomForRows()));
    }

    /** The ids of the selected rows. */
    List<String> selected() {
        return queue.selected().stream().map(JobRow::id).toList();
    }

    /** Selects those of these rows that are shown. */
    void select(List<String> ids) {
        queue.select(ids);
    }

    public DropZone dropZone() {
        return dropZone;
    }

    /** The settings changed. */
    public void show(Settings settings) {
        int threads = settings.threads() == 0 ? Runtime.getRuntime().availableProcessors() : settings.threads();
        device.set(settings.audioDevice());
        engine.set(texts.get("status.engine", settings.model(), parts.engine(), threads));
    }

    /** Asks for the terms of weights that are missing. */
    public void ask(Model missing, ModelTerms terms, CompletableFuture<TermsAnswer> answer) {
        new TermsSheet(sheets, texts, parts.around().choosers()).ask(missing, terms, answer);
    }

    /** Asks what shall become of the work when the window closes. */
    public void askClose(Runnable finish, Runnable stop) {
        sheets.show(new Sheet(texts.get("close.heading"), QUESTION, Sheet.text(texts.get("close.words")))
                .button("close-stay", texts.get("close.stay"), () -> { })
                .button("close-stop", texts.get("close.stop"), stop)
                .defaultButton("close-finish", texts.get("close.finish"), finish));
    }

    /** Does what a key or a button asks for. */
    public void perform(WindowAction action) {
        switch (action) {
            case ADD_SONGS -> chooseSongs();
            case PASTE -> pasteFiles();
            case FIND -> topBar.focusFilter();
            case PAUSE -> {
                if (model.batchProperty().get().paused()) {
                    commands.resume();
                } else {
                    commands.pause();
                }
            }
            case UNDO -> commands.undo();
            case THEME -> {
                ColourScheme now = parts.theme().scheme().getValue();
                parts.settings().change(settings -> settings.withTheme(
                        now == ColourScheme.DARK ? Theme.LIGHT : Theme.DARK));
            }
            case SETTINGS -> {
                parts.player().devices().look();
                sheets.show(new SettingsSheet(parts.settings(), parts.around().choosers(), texts, parts.models(),
                        parts.player().devices().namesProperty()).sheet());
            }
            case CLOSE -> close.run();
        }
    }

    private void chooseSongs() {
        List<Path> songs = parts.around().choosers().songs();
        if (!songs.isEmpty()) {
            commands.add(songs);
        }
    }

    /** Whether there were files to paste. */
    private boolean pasteFiles() {
        List<Path> files = parts.around().clipboards().files();
        if (!files.isEmpty()) {
            commands.add(files);
        }
        return !files.isEmpty();
    }

    private void demo() {
        parts.demo().compose(song -> commands.add(List.of(song)));
    }

    private void openSong(Job job) {
        player.open(job);
    }

    private void keepLayout() {
        TableLayout layout = queue.tableLayout();
        String kept = parts.settings().settings().layout().get(LAYOUT);
        if (kept != null) {
            layout.apply(kept);
        }
        layout.listen(() -> parts.settings().change(settings -> settings.withLayout(LAYOUT, layout.text())));
    }
}
