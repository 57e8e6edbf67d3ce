package app.partita.ui;

import app.partita.audio.OutputFormat;
import app.partita.engine.SeparationOptions;
import app.partita.fault.Fault;
import app.partita.jobs.Closing;
import app.partita.jobs.JobSettings;
import app.partita.models.Model;
import app.partita.models.ModelTerms;
import app.partita.player.AudioDevices;
import app.partita.settings.Settings;
import app.partita.stems.Remainder;
import app.partita.ui.covers.CoverShelf;
import app.partita.ui.dialogs.SheetLayer;
import app.partita.ui.models.TermsAnswer;
import app.partita.ui.notices.Announcement;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.player.PlayerParts;
import app.partita.ui.player.PlayerServices;
import app.partita.ui.player.PlayerTalk;
import app.partita.ui.player.PlayerThreads;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.player.QueueSongs;
import app.partita.ui.player.SoundDevices;
import app.partita.ui.player.StemPlayback;
import app.partita.ui.player.export.ExportDesk;
import app.partita.ui.queue.QueueCommands;
import app.partita.ui.queue.QueueDesk;
import app.partita.ui.queue.QueueTalk;
import app.partita.ui.queue.QueueViewModel;
import app.partita.ui.queue.RoomWatch;
import app.partita.ui.queue.RowUpdates;
import app.partita.ui.settings.SettingsSheet;
import app.partita.ui.system.Frames;
import app.partita.ui.system.FxClipboards;
import app.partita.ui.system.FxFileChoosers;
import app.partita.ui.system.MediaPreview;
import app.partita.ui.system.Surroundings;
import app.partita.ui.system.Workers;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.DesktopColours;
import app.partita.ui.theme.WindowTheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Holds the window's life together: opens it, says it again in another language, closes it. */
final class Shell {

    /** So long the strip offers to undo; the key does for ever. */
    private static final long UNDO_SECONDS = 10;
    /** By then the window is drawn, and what the queue holds is in it. */
    private static final long REST_MILLIS = 500;

    private final Workers workers;
    private final Runnable over;
    private final NoticeBoard board = new NoticeBoard();
    private final WindowTheme theme = new WindowTheme(new DesktopColours());
    private final Stage stage = new Stage();
    private final QueueTalk talk;
    private final AppServices services;
    private final QueueCommands commands;
    private final WindowParts parts;
    private final ExportDesk exports;
    private final QueueSongs songs;
    private final Told told;
    private Texts texts;
    private QueueViewModel model;
    private MainWindow window;
    private boolean closing;

    /**
     * Makes the window, and does not show it yet.
     *
     * @param over told when nothing is left to be done
     */
    Shell(AppServices services, Runnable over) {
        this.services = services;
        this.workers = services.workers();
        this.over = over;
        songs = new QueueSongs(services.player().sources(), services.queue()::live, services.player().peaks(),
                services.player().memory(), workers.songs(), Platform::runLater);
        talk = new QueueTalk(board, () -> texts, Platform::runLater, CompletableFuture.delayedExecutor(
                UNDO_SECONDS, TimeUnit.SECONDS, Runnable::run));
        Surroundings around = new Surroundings(new FxFileChoosers(() -> stage, () -> texts), new FxClipboards(),
                services.desktop(), new MediaPreview(AudioDevices::present, workers.background()), services.machine());
        exports = exports(around);
        parts = new WindowParts(services.settings(), board, talk, theme, new SheetLayer(), around,
                new CoverShelf(services.covers(), workers.pictures(), Platform::runLater), player(),
                services.models(), services.engine(), new DemoDesk(this::writeDemo));
        told = new Told(new BatchWatch(services.desktop(), () -> texts, this::isInFront), new RoomWatch(talk), talk);
        commands = new QueueDesk(services.queue(), services.walker(), this::jobSettings, services.trash(),
                workers.walks(), workers.orders(), talk);
        Settings settings = services.settings().settings();
        theme.choiceProperty().set(settings.theme());
        playThrough(settings.audioDevice());
        theme.prepare();
        show(settings.language());
    }

    /**
     * Shows it; the fonts have to be there.
     *
     * @param songs queued at once
     */
    void open(List<Path> songs) {
        new WindowPlace(stage, services.settings()).restore();
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        stage.show();
        window.focus();
        Platform.runLater(() -> WindowIcons.of(stage));
        services.settings().listen(now -> Platform.runLater(() -> settingsChanged(now)));
        services.settings().setAside().ifPresent(file -> board.say(Announcement.of("settings",
                Announcement.Tone.WARNING, texts.get("notice.damaged_settings", file))));
        workers.orders().execute(() -> {
            services.queue().concurrency(services.settings().settings().jobsAtOnce());
            services.queue().listen(new RowUpdates(new Frames(), told));
            restore();
        });
        if (!songs.isEmpty()) {
            commands.add(songs);
        }
        CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS, Platform::runLater)
                .execute(this::rehearse);
    }

    private void rehearse() {
        if (!closing) {
            window.rehearse();
        }
    }

    /** The program was started again, with these songs: brings the window to the front, unless it is about to end. */
    boolean receive(List<Path> songs) {
        if (closing) {
            return false;
        }
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
        if (!songs.isEmpty()) {
            commands.add(songs);
        }
        return true;
    }

    private PlayerParts player() {
        PlayerServices made = services.player();
        return new PlayerParts(new PlayerViewModel(new StemPlayback(made.player(), Platform::runLater),
                songs, new PlayerTalk(board, () -> texts), made.memory()),
                new PlayerThreads(workers.peaks(), workers.pictures(), Platform::runLater), exports,
                new SoundDevices(made.player()::devices, workers.background(), Platform::runLater));
    }

    private ExportDesk exports(Surroundings around) {
        return new ExportDesk(songs, services.player().exports()::write, around, board, () -> texts,
                workers.exports(), Platform::runLater);
    }

    private void restore() {
        try {
            services.queue().restore();
        } catch (Fault fault) {
            talk.fault(fault);
        }
    }

    /** Asks for the terms of weights that are missing. */
    void ask(Model model, ModelTerms terms, CompletableFuture<TermsAnswer> answer) {
        window.ask(model, terms, answer);
    }

    /** Something broke that nobody expected. */
    void mishap(Throwable thrown) {
        talk.mishap(thrown, parts.around().clipboards()::putText);
    }

    /** Makes the window's content, in that language, anew. */
    private void show(String language) {
        texts = Texts.in(language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language));
        QueueViewModel before = model;
        model = new QueueViewModel(texts);
        if (before != null) {
            model.take(before);
        }
        List<String> selected = List.of();
        if (window != null) {
            selected = window.selected();
            window.dispose();
        }
        window = new MainWindow(model, commands, parts, texts, this::close);
        window.select(selected);
        told.rows(model);
        model.batchProperty().subscribe(batch -> stage.setTitle(WindowTitle.of(batch, texts)));
        if (stage.getScene() == null) {
            Scene scene = new Scene(window.root(), WindowPlace.WIDTH, WindowPlace.HEIGHT);
            theme.dress(scene);
            stage.setScene(scene);
        } else {
            stage.getScene().setRoot(window.root());
        }
    }

    private void settingsChanged(Settings now) {
        theme.choiceProperty().set(now.theme());
        playThrough(now.audioDevice());
        workers.orders().execute(() -> services.queue().concurrency(now.jobsAtOnce()));
        Locale wanted = now.language().isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(now.language());
        if (!wanted.equals(texts.locale())) {
            boolean inSettings = parts.sheets().dismiss(SettingsSheet.ID);
            show(now.language());
            if (inSettings) {
                window.perform(WindowAction.SETTINGS);
            }
        }
        window.show(now);
    }

    private void playThrough(String device) {
        if (!services.player().player().state().device().equals(device)) {
            services.player().player().device(device);
        }
    }

    private boolean isInFront() {
        return stage.isShowing() && stage.isFocused() && !stage.isIconified();
    }

    private JobSettings jobSettings() {
        Settings now = services.settings().settings();
        return new JobSettings(now.model(), OutputFormat.of(now.format()), SeparationOptions.DEFAULT,
                Remainder.SHARED, now.outputFolder(), false);
    }

    private CompletionStage<Path> writeDemo() {
        CompletableFuture<Path> written = new CompletableFuture<>();
        workers.walks().execute(() -> {
            try {
                Path song = services.demo().writeTo(services.demoFolder());
                Platform.runLater(() -> written.complete(song));
            } catch (Fault | RuntimeException failure) {
                Platform.runLater(() -> written.completeExceptionally(failure));
                tell(failure);
            }
        });
        return written;
    }

    private void tell(Exception failure) {
        if (failure instanceof Fault fault) {
            talk.fault(fault);
        } else {
            mishap(failure);
        }
    }

    private void close() {
        if (closing || parts.sheets().isShowing()) {
            return;
        }
        if (model.batchProperty().get().running()) {
            window.askClose(() -> end(Closing.FINISH), () -> end(Closing.STOP_AND_KEEP));
        } else {
            end(Closing.STOP_AND_KEEP);
        }
    }

    /** The window is gone at once; the program when the queue is. */
    private void end(Closing how) {
        closing = true;
        stage.hide();
        parts.around().preview().stop();
        window.dispose();
        exports.cancel();
        services.player().player().close();
        workers.orders().execute(() -> services.queue().close(how).whenComplete((done, failed) -> {
            services.settings().close();
            services.player().memory().flush();
            // Behind what the queue told last, which may be that all is done.
            Platform.runLater(over);
        }));
    }
}
