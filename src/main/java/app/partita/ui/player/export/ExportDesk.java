package app.partita.ui.player.export;

import app.partita.audio.ClipReport;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.jobs.Job;
import app.partita.player.ExportOrder;
import app.partita.player.PlayerState;
import app.partita.ui.notices.Announcement;
import app.partita.ui.notices.Announcement.Choice;
import app.partita.ui.notices.Announcement.Tone;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.SongOpener;
import app.partita.ui.system.Surroundings;
import app.partita.ui.text.FailureText;
import app.partita.ui.text.Texts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Writes mixes to files, one at a time, in the background, from a source of its own: the player may go on to another
 * song meanwhile. For the thread that draws.
 */
public final class ExportDesk {

    private static final String TOPIC = "export";

    private final SongOpener opener;
    private final MixWriter writer;
    private final Surroundings around;
    private final NoticeBoard board;
    private final Supplier<Texts> texts;
    private final Executor background;
    private final Executor drawing;
    private final ReadOnlyObjectWrapper<Optional<Integer>> percent = new ReadOnlyObjectWrapper<>(Optional.empty());
    private AtomicBoolean cancelled = new AtomicBoolean();

    /**
     * @param background writes
     * @param drawing    the thread that draws
     */
    public ExportDesk(SongOpener opener, MixWriter writer, Surroundings around, NoticeBoard board,
                      Supplier<Texts> texts, Executor background, Executor drawing) {
        this.opener = opener;
        this.writer = writer;
        this.around = around;
        this.board = board;
        this.texts = texts;
        this.background = background;
        this.drawing = drawing;
    }

    /** How much of a file is written; empty while none is. */
    public ReadOnlyObjectProperty<Optional<Integer>> percentProperty() {
        return percent.getReadOnlyProperty();
    }

    /** Gives up the file that is being written. */
    public void cancel() {
        cancelled.set(true);
    }

    /**
     * Asks where to, and writes there.
     *
     * @param state how the player is set
     */
    void start(OpenedSong song, ExportChoice choice, PlayerState state) {
        Texts words = texts.get();
        Job job = song.job();
        String ending = "." + choice.format().extension();
        Path proposed = job.folder().resolveSibling(FileNames.safe(ExportNames.of(song, choice, words)) + ending);
        Optional<Path> chosen = around.choosers().save(words.get("export.heading"), proposed);
        if (chosen.isEmpty()) {
            return;
        }
        Path file = FileNames.ending(chosen.get(), ending);
        if (!file.equals(chosen.get()) && Files.exists(file)) {
            // The dialog asked about another name.
            fail(new Fault(words.get("export.exists", file), words.get("export.exists.next")));
            return;
        }
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        percent.set(Optional.of(0));
        opener.open(job, opened -> {
            if (opened.source().stems().containsAll(song.source().stems())) {
                double rate = (double) opened.source().sampleRate() / song.source().sampleRate();
                ExportOrder order = choice.order(state, opened.source().stems(), rate);
                background.execute(() -> write(opened, order, choice, file, stop));
            } else {
                opened.source().close();
                end(() -> fail(new Fault(words.get("export.no_stems", song.title()),
                        words.get("export.no_stems.next"))));
            }
        }, fault -> end(() -> fail(fault)));
    }

    private void write(OpenedSong song, ExportOrder order, ExportChoice choice, Path file, AtomicBoolean stop) {
        Runnable outcome;
        try (var source = song.source()) {
            AtomicInteger told = new AtomicInteger();
            ClipReport clips = writer.write(source, order, file, choice.format(), tags(song), done -> {
                int now = (int) (100 * done);
                if (told.getAndSet(now) != now) {
                    drawing.execute(() -> percent.set(Optional.of(now)));
                }
            }, stop::get);
            outcome = () -> done(file, clips);
        } catch (CancellationException given) {
            outcome = () -> say(Tone.INFO, texts.get().get("export.cancelled"), List.of());
        } catch (Fault fault) {
            outcome = () -> fail(fault);
        }
        Runnable shown = outcome;
        drawing.execute(() -> end(shown));
    }

    private static SongTags tags(OpenedSong song) {
        Map<String, String> known = new HashMap<>();
        known.put("title", song.title());
        song.job().facts().ifPresent(facts -> {
            known.put("artist", facts.artist());
            known.put("album", facts.album());
        });
        known.values().removeIf(String::isBlank);
        return SongTags.of(known);
    }

    private void end(Runnable outcome) {
        percent.set(Optional.empty());
        outcome.run();
    }

    private void done(Path file, ClipReport clips) {
        Texts words = texts.get();
        List<Choice> show = List.of(new Choice(words.get("export.show"), () -> around.desktop().show(file)));
        if (clips.samples() > 0) {
            say(Tone.WARNING, words.get("export.clipped", file, clips.samples()), show);
        } else {
            say(Tone.INFO, words.get("export.done", file), show);
        }
    }

    private void fail(Fault fault) {
        say(Tone.ERROR, new FailureText(texts.get()).both(fault), List.of());
    }

    private void say(Tone tone, String text, List<Choice> choices) {
        board.say(new Announcement(TOPIC, tone, text, List.of(), choices));
    }
}
