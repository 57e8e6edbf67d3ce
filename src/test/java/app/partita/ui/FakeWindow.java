package app.partita.ui;

import app.partita.audio.ClipReport;
import app.partita.fault.Fault;
import app.partita.jobs.Duplicates;
import app.partita.player.MixerState;
import app.partita.settings.SettingsStore;
import app.partita.settings.Theme;
import app.partita.ui.covers.CoverShelf;
import app.partita.ui.covers.Covers;
import app.partita.ui.dialogs.SheetLayer;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.player.FakePlayback;
import app.partita.ui.player.ForgetfulKeeper;
import app.partita.ui.player.Music;
import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.PlayerParts;
import app.partita.ui.player.PlayerTalk;
import app.partita.ui.player.PlayerThreads;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.player.SoundDevices;
import app.partita.ui.player.SyntheticSong;
import app.partita.ui.player.SongOpener;
import app.partita.ui.player.export.ExportDesk;
import app.partita.ui.player.export.MixWriter;
import app.partita.ui.queue.QueueCommands;
import app.partita.ui.queue.QueueTalk;
import app.partita.ui.queue.QueueViewModel;
import app.partita.ui.system.Clipboards;
import app.partita.ui.system.Desktop;
import app.partita.ui.system.FileChoosers;
import app.partita.ui.system.Preview;
import app.partita.ui.system.Surroundings;
import app.partita.ui.text.Texts;
import app.partita.ui.theme.ColourScheme;
import app.partita.ui.theme.Fonts;
import app.partita.ui.theme.WindowTheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/** A whole window whose surroundings only remember what was asked of them; for the thread that draws. */
public final class FakeWindow implements Clipboards, Desktop, FileChoosers, Preview {

    public static final String MACHINE = "Partita 1.2.3 on an imaginary machine";

    public final SimpleObjectProperty<ColourScheme> desktop = new SimpleObjectProperty<>(ColourScheme.DARK);
    public final List<String> done = new ArrayList<>();
    /** The demo song, as soon as the test has it composed. */
    public final CompletableFuture<Path> composed = new CompletableFuture<>();
    public final List<Path> toChoose = new ArrayList<>();
    public final Texts texts;
    public final QueueViewModel model;
    public final NoticeBoard board = new NoticeBoard();
    public final SheetLayer sheets = new SheetLayer();
    public SyntheticSong song = SyntheticSong.of(3);
    public Music music = Music.UNKNOWN;
    public final FakePlayback playback = new FakePlayback();
    public final PlayerViewModel player;
    public final List<String> devices = new ArrayList<>(List.of("Built-in Audio", "Headphones"));
    public Executor exporting = Runnable::run;
    public MixWriter writer = (source, order, file, format, tags, progress, cancelled) -> new ClipReport(0, 0);
    public final SettingsStore settings;
    public final WindowTheme theme;
    public final MainWindow window;
    public final Scene scene;

    /** @param commands empty for ones that only remember */
    public FakeWindow(Locale language, SettingsStore settings, Optional<QueueCommands> commands, Covers covers,
                      double width, double height) {
        Fonts.load();
        this.settings = settings;
        texts = Texts.in(language);
        model = new QueueViewModel(texts);
        theme = new WindowTheme(() -> desktop);
        settings.listen(now -> theme.choiceProperty().set(now.theme()));
        QueueTalk talk = new QueueTalk(board, () -> texts, Platform::runLater, never -> { });
        SongOpener opener = (job, opened, failed) -> {
            done.add("opened " + job.name());
            opened.accept(new OpenedSong(job, song, OpenedSong.Origin.FINISHED, MixerState.UNITY, music, List.of(),
                    whole -> { }));
        };
        Surroundings around = new Surroundings(this, this, this, this, MACHINE);
        MixWriter writing = (source, order, file, format, tags, progress, cancelled) ->
                writer.write(source, order, file, format, tags, progress, cancelled);
        player = new PlayerViewModel(playback, opener, new PlayerTalk(board, () -> texts), new ForgetfulKeeper());
        WindowParts parts = new WindowParts(settings, board, talk, theme, sheets,
                around, new CoverShelf(covers, Platform::runLater, Platform::runLater),
                new PlayerParts(player, new PlayerThreads(Runnable::run, Runnable::run, Runnable::run),
                        new ExportDesk(opener, writing, around, board, () -> texts,
                                work -> exporting.execute(work), Runnable::run),
                        new SoundDevices(() -> devices, Runnable::run, Runnable::run)),
                List.of("htdemucs"), "AVX-512", new DemoDesk(() -> {
                    done.add("demo");
                    return composed;
                }));
        window = new MainWindow(model, commands.orElseGet(Remembered::new), parts, texts, () -> done.add("close"));
        scene = new Scene(window.root(), width, height);
        theme.dress(scene);
    }

    /** A window that starts with the default settings and remembers what is commanded. */
    public static FakeWindow of(Locale language, Path folder, ScheduledExecutorService scheduler) {
        return new FakeWindow(language, new SettingsStore(folder.resolve("settings.json"), scheduler),
                Optional.empty(), (song, size) -> Optional.empty(), 1440, 900);
    }

    /** Does what a key or a button of the window would. */
    public void perform(WindowAction action) {
        window.perform(action);
    }

    public void wear(Theme chosen) {
        settings.change(now -> now.withTheme(chosen));
    }

    @Override
    public void putText(String text) {
        done.add("copied " + text);
    }

    @Override
    public List<Path> files() {
        return toChoose;
    }

    @Override
    public List<Path> songs() {
        return toChoose;
    }

    @Override
    public Optional<Path> folder(String title) {
        return toChoose.stream().findFirst();
    }

    @Override
    public Optional<Path> file(String title) {
        return toChoose.stream().findFirst();
    }

    @Override
    public Optional<Path> save(String title, Path proposed) {
        done.add("proposed " + proposed);
        return toChoose.stream().findFirst();
    }

    @Override
    public void show(Path fileOrFolder) {
        done.add("shown " + fileOrFolder);
    }

    @Override
    public void tell(String title, String text) {
        done.add("told " + text);
    }

    @Override
    public void progress(int percent) {
        done.add("progress " + percent);
    }

    @Override
    public void toggle(Path song, Consumer<Fault> failed) {
        done.add("previewed " + song);
    }

    @Override
    public void stop() {
        done.add("preview stopped");
    }

    private final class Remembered implements QueueCommands {

        @Override
        public void add(List<Path> filesAndFolders) {
            done.add("add " + filesAndFolders);
        }

        @Override
        public void add(List<Path> songs, Duplicates rule) {
            done.add("add " + rule + " " + songs);
        }

        @Override
        public void cancel(Collection<String> ids) {
            done.add("cancel " + ids);
        }

        @Override
        public void retry(Collection<String> ids) {
            done.add("retry " + ids);
        }

        @Override
        public void remove(Collection<String> ids) {
            done.add("remove " + ids);
        }

        @Override
        public void undo() {
            done.add("undo");
        }

        @Override
        public void move(List<String> ids, int toIndex) {
            done.add("move " + ids + " to " + toIndex);
        }

        @Override
        public void pause() {
            done.add("pause");
        }

        @Override
        public void resume() {
            done.add("resume");
        }

        @Override
        public void relocate(String id, Path folder) {
            done.add("relocate " + id + " " + folder);
        }

        @Override
        public void deleteStems(Collection<String> ids) {
            done.add("deleteStems " + ids);
        }
    }
}
