package app.partita.ui.player;

import app.partita.fault.Fault;
import app.partita.jobs.Job;
import app.partita.player.MixerState;
import app.partita.player.PlayerNotice;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The player's pane over a player without sound; all that is asked of its surroundings is remembered. */
public final class FakePlayer implements PlayerActions, PlayerViewModel.Talk, SongKeeper {

    public final FakePlayback playback = new FakePlayback();
    public final List<String> done = new ArrayList<>();
    public final PlayerViewModel model;
    public final PlayerView view;
    public final SimpleObjectProperty<Optional<Job>> next = new SimpleObjectProperty<>(Optional.empty());
    public final SimpleObjectProperty<Optional<Job>> previous = new SimpleObjectProperty<>(Optional.empty());
    public final SimpleObjectProperty<Optional<Integer>> exporting = new SimpleObjectProperty<>(Optional.empty());
    public SyntheticSong song;
    public Music music = Music.UNKNOWN;

    public FakePlayer(SyntheticSong song, PlayerThreads threads) {
        this.song = song;
        model = new PlayerViewModel(playback, (job, opened, failed) -> opened.accept(new OpenedSong(job, this.song,
                OpenedSong.Origin.FINISHED, MixerState.UNITY, music, List.of(), peaks -> done.add("kept " + peaks.size() + " pyramids"))),
                this, this);
        view = new PlayerView(model, this, Texts.in(Locale.ENGLISH), threads);
    }

    /** Does all background work at once. */
    public static FakePlayer of(SyntheticSong song) {
        return new FakePlayer(song, new PlayerThreads(Runnable::run, Runnable::run, Runnable::run));
    }

    @Override
    public ObservableValue<Optional<Job>> neighbour(int by) {
        return by > 0 ? next : previous;
    }

    @Override
    public void export() {
        done.add("export");
    }

    @Override
    public ObservableValue<Optional<Integer>> exporting() {
        return exporting;
    }

    @Override
    public void notice(PlayerNotice notice) {
        done.add("notice " + notice);
    }

    @Override
    public void fault(Fault fault) {
        done.add("fault " + fault.getMessage());
    }

    @Override
    public void noBeats() {
        done.add("no beats");
    }

    @Override
    public void mixer(Job job, MixerState mixer) {
        done.add("kept mixer");
    }

    @Override
    public void music(Job job, Music right) {
        done.add("kept music");
    }
}
