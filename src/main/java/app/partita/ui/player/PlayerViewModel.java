package app.partita.ui.player;

import app.partita.fault.Fault;
import app.partita.jobs.Job;
import app.partita.player.Heard;
import app.partita.player.MixerState;
import app.partita.player.Phase;
import app.partita.player.PlayerListener;
import app.partita.player.PlayerNotice;
import app.partita.player.PlayerState;
import app.partita.player.Strip;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The open song, what is heard of it, and what can be done with it; for the thread that draws. */
public final class PlayerViewModel {

    private static final double MOST_TEMPO = 1.5;
    private static final double LEAST_TEMPO = 0.5;
    private static final double MOST_SEMITONES = 12;

    private final Playback playback;
    private final Opening opening;
    private final Talk talk;
    private final SongKeeper keeper;
    private final ReadOnlyObjectWrapper<Optional<OpenedSong>> song = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<PlayerState> state;
    private final ReadOnlyObjectWrapper<MixerState> mixer = new ReadOnlyObjectWrapper<>(MixerState.UNITY);
    private final LoopModel loop;
    private final ReadOnlyObjectWrapper<Stretches> ready = new ReadOnlyObjectWrapper<>(Stretches.NONE);
    private final ReadOnlyObjectWrapper<Music> music = new ReadOnlyObjectWrapper<>(Music.UNKNOWN);
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper frames = new ReadOnlyLongWrapper();
    private final Spectrograms spectrograms = new Spectrograms();

    /** What the player has to say to a person. */
    public interface Talk {

        void notice(PlayerNotice notice);

        void fault(Fault fault);

        /** Clicks were asked for, but nobody knows where the beats are. */
        void noBeats();
    }

    public PlayerViewModel(Playback playback, SongOpener opener, Talk talk, SongKeeper keeper) {
        this.playback = playback;
        opening = new Opening(opener, talk::fault);
        loop = new LoopModel(playback, () -> song.get().map(open -> bars()));
        this.talk = talk;
        this.keeper = keeper;
        state = new ReadOnlyObjectWrapper<>(playback.state());
        playback.listen(new PlayerListener() {
            @Override
            public void changed(PlayerState now) {
                take(now);
            }

            @Override
            public void notice(PlayerNotice notice) {
                talk.notice(notice);
            }
        });
    }

    // Properties

    public ReadOnlyObjectProperty<Optional<OpenedSong>> songProperty() {
        return song.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<PlayerState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<MixerState> mixerProperty() {
        return mixer.getReadOnlyProperty();
    }

    /** What of the stems can be heard. */
    public ReadOnlyObjectProperty<Stretches> readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** Tempo and key of the song. */
    public ReadOnlyObjectProperty<Music> musicProperty() {
        return music.getReadOnlyProperty();
    }

    /** The frame that is heard. */
    public ReadOnlyLongProperty positionProperty() {
        return position.getReadOnlyProperty();
    }

    /** The song's length. */
    public ReadOnlyLongProperty framesProperty() {
        return frames.getReadOnlyProperty();
    }

    /** The song's stems, in the order of their lanes. */
    public List<StemKind> stems() {
        return song.get().map(open -> Lane.of(open.source().stems()).stream().flatMap(lane -> lane.kind().stream())
                .toList()).orElse(List.of());
    }

    public int sampleRate() {
        return song.get().map(open -> open.source().sampleRate()).orElse(44_100);
    }

    /** Whether a stem is heard, as far as mutes and solos are concerned. */
    public boolean audible(StemKind stem) {
        return mixer.get().audible(stem, stems());
    }

    /** What is played again and again. */
    public LoopModel loop() {
        return loop;
    }

    /** Which lanes show one. */
    public Spectrograms spectrograms() {
        return spectrograms;
    }

    public Playback playback() {
        return playback;
    }

    /** Asks the player where it is; once for every picture. */
    public void frame() {
        song.get().ifPresent(open -> {
            position.set(playback.position());
            frames.set(open.source().frames());
            ready.set(open.source().ready());
        });
    }

    // Commands

    /** Opens a song; the one before is closed. */
    public void open(Job job) {
        open(job, false);
    }

    /** Plays a song, or pauses it if it is the one that plays. */
    public void play(Job job) {
        if (song.get().filter(open -> open.job().id().equals(job.id())).isPresent()) {
            playOrPause();
        } else {
            open(job, true);
        }
    }

    private void open(Job job, boolean play) {
        opening.open(job, opened -> {
            show(opened);
            if (play) {
                playback.play();
            }
        });
    }

    private void show(OpenedSong opened) {
        boolean stems = !opened.source().stems().isEmpty();
        playback.open(opened.source(), opened.mixer());
        playback.heard(stems ? Heard.STEMS : Heard.ORIGINAL);
        mixer.set(opened.mixer());
        loop.forget();
        music(opened.music());
        song.set(Optional.of(opened));
        frame();
    }

    /** The open song stands better in the queue now: goes on with what there is of it, without a stop. */
    public void improve(Job job) {
        OpenedSong before = song.get().orElseThrow();
        opening.openAgain(job, opened -> song.get().filter(open -> open == before).isPresent()
                && opened.origin().compareTo(before.origin()) > 0, this::handOver);
    }

    private void handOver(OpenedSong opened) {
        boolean firstStems = song.get().filter(open -> open.source().stems().isEmpty()).isPresent();
        playback.handOver(opened.source());
        if (firstStems) {
            playback.mixer(mixer.get());
            playback.heard(Heard.STEMS);
        }
        if (!opened.music().equals(music.get())) {
            music(opened.music());
        }
        song.set(Optional.of(opened));
        frame();
    }

    /** Opens another song; it plays if the one before did. */
    public void openAndKeepPlaying(Job job) {
        open(job, state.get().phase().isGoing());
    }

    public void playOrPause() {
        if (state.get().phase().isGoing()) {
            playback.pause();
        } else {
            playback.play();
        }
    }

    /** No longer plays, and goes back to the start, or to the loop's. */
    public void stop() {
        if (state.get().phase() != Phase.EMPTY) {
            playback.stop();
            frame();
        }
    }

    public void toStart() {
        seek(0);
    }

    public void seek(long frame) {
        if (state.get().phase() != Phase.EMPTY) {
            playback.seek(frame);
            position.set(frame);
        }
    }

    /** By so many seconds of the song. */
    public void skip(double seconds) {
        playback.skip(seconds);
    }

    /** To the bar that begins after this place, or before it. */
    public void skipBar(boolean forward) {
        Bars bars = bars();
        seek(bars.frame(bars.next(bars.seconds(playback.position()), forward)));
    }

    private Bars bars() {
        return new Bars(state.get().beats(), sampleRate(), frames.get());
    }

    public void toggleHeard() {
        if (!stems().isEmpty()) {
            playback.heard(state.get().heard() == Heard.STEMS ? Heard.ORIGINAL : Heard.STEMS);
        }
    }

    public void heard(Heard heard) {
        playback.heard(heard);
    }

    /** Clicks on every beat, or no longer; a person is told if that has to wait until the beats are known. */
    public void toggleMetronome() {
        boolean on = !state.get().metronome();
        playback.metronome(on);
        if (on && state.get().beats().isEmpty()) {
            talk.noBeats();
        }
    }

    /** Counts a bar before a song goes on, or no longer. */
    public void toggleCountIn() {
        playback.countIn(!state.get().countIn());
    }

    /** @param factor 1 as it was; what is beyond the player's range is cut */
    public void tempo(double factor) {
        playback.tempo(Math.clamp(Math.round(factor * 100) / 100.0, LEAST_TEMPO, MOST_TEMPO));
    }

    /** @param shift in semitones; what is beyond the player's range is cut */
    public void semitones(double shift) {
        playback.semitones(Math.clamp(shift, -MOST_SEMITONES, MOST_SEMITONES));
    }

    public void strip(StemKind stem, UnaryOperator<Strip> change) {
        mix(mixer.get().with(stem, change));
    }

    public void master(double db) {
        mix(mixer.get().withMaster(db));
    }

    /** Takes what was found in the song, or set right by a person. */
    public void music(Music known) {
        music.set(known);
        playback.beats(known.grid());
    }

    /** A person set tempo or key right. */
    public void correct(Music right) {
        music(right);
        song.get().ifPresent(open -> keeper.music(open.job(), right));
    }

    /** No mute and no solo any more. */
    public void clear() {
        mix(mixer.get().cleared());
    }

    private void mix(MixerState changed) {
        mixer.set(changed);
        playback.mixer(changed);
        song.get().ifPresent(open -> keeper.mixer(open.job(), changed));
    }

    private void take(PlayerState now) {
        state.set(now);
        loop.take(now.loop());
    }
}
