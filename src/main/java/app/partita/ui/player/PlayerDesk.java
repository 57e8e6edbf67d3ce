package app.partita.ui.player;

import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.jobs.Stage;
import app.partita.ui.player.OpenedSong.Origin;
import app.partita.ui.player.export.ExportDesk;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;

/** The player and the queue: which songs come before and after the open one, and what becomes of it meanwhile. */
public final class PlayerDesk implements PlayerActions {

    private final PlayerViewModel model;
    private final Supplier<List<Job>> shown;
    private final ExportDesk exports;
    private final Runnable ask;
    private final ReadOnlyObjectWrapper<Optional<Job>> previous = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Job>> next = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Origin> asked = Optional.empty();

    /**
     * @param shown  the jobs in the order of their rows
     * @param ask    asks what shall be written to a file
     */
    public PlayerDesk(PlayerViewModel model, Supplier<List<Job>> shown, ExportDesk exports, Runnable ask) {
        this.model = model;
        this.shown = shown;
        this.exports = exports;
        this.ask = ask;
    }

    /** The rows, or the open song, changed. */
    public void look() {
        Optional<OpenedSong> open = model.songProperty().get();
        List<Job> jobs = shown.get();
        Optional<String> id = open.map(song -> song.job().id());
        List<Job> playable = jobs.stream().filter(job -> job.state() == JobState.COMPLETED
                || id.filter(job.id()::equals).isPresent()).toList();
        int here = playable.stream().map(Job::id).toList().indexOf(id.orElse(""));
        previous.set(here > 0 ? Optional.of(playable.get(here - 1)) : Optional.empty());
        next.set(here >= 0 && here + 1 < playable.size() ? Optional.of(playable.get(here + 1)) : Optional.empty());
        open.ifPresent(song -> jobs.stream().filter(job -> job.id().equals(song.job().id())).findFirst()
                .ifPresent(job -> improve(song, job)));
    }

    private void improve(OpenedSong song, Job job) {
        Origin best = job.state() == JobState.COMPLETED && !job.lost() ? Origin.FINISHED
                : job.state() == JobState.RUNNING && job.progress().stage() == Stage.SEPARATING_STEMS
                ? Origin.LIVE : Origin.SONG;
        if (best.compareTo(song.origin()) <= 0) {
            asked = Optional.empty();
        } else if (asked.filter(best::equals).isEmpty()) {
            asked = Optional.of(best);
            model.improve(job);
        }
    }

    @Override
    public ObservableValue<Optional<Job>> neighbour(int by) {
        return by < 0 ? previous.getReadOnlyProperty() : next.getReadOnlyProperty();
    }

    @Override
    public void export() {
        if (exporting().getValue().isPresent()) {
            exports.cancel();
        } else {
            ask.run();
        }
    }

    @Override
    public ObservableValue<Optional<Integer>> exporting() {
        return exports.percentProperty();
    }
}
