package app.partita.ui.player;

import app.partita.player.BeatGrid;
import app.partita.player.Heard;
import app.partita.player.Loop;
import app.partita.player.MixerState;
import app.partita.player.Phase;
import app.partita.player.PlayerListener;
import app.partita.player.PlayerState;
import app.partita.player.SongSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A player without sound that does at once what it is told, and remembers it. */
public final class FakePlayback implements Playback {

    public final List<String> done = new ArrayList<>();
    public final List<PlayerListener> listeners = new ArrayList<>();
    public PlayerState state = PlayerState.EMPTY;
    public SongSource source;
    public long position;
    public float[] peaks = new float[6];
    public float peak;

    @Override
    public void listen(PlayerListener listener) {
        listeners.add(listener);
    }

    @Override
    public void open(SongSource opened, MixerState mixer) {
        done.add("open");
        if (source != null) {
            source.close();
        }
        source = opened;
        position = 0;
        set(Phase.STOPPED, state.heard(), mixer, Optional.empty(), state.tempo(), state.semitones(), Optional.empty());
    }

    @Override
    public void handOver(SongSource next) {
        done.add("handOver");
        source.close();
        source = next;
    }

    @Override
    public void play() {
        done.add("play");
        phase(Phase.PLAYING);
    }

    @Override
    public void pause() {
        done.add("pause");
        phase(Phase.PAUSED);
    }

    @Override
    public void stop() {
        done.add("stop");
        position = 0;
        phase(Phase.STOPPED);
    }

    @Override
    public void seek(long frame) {
        done.add("seek " + frame);
        position = frame;
    }

    @Override
    public void skip(double seconds) {
        done.add("skip " + seconds);
        position = Math.max(0, position + Math.round(seconds * source.sampleRate()));
    }

    @Override
    public void loop(Optional<Loop> loop) {
        set(state.phase(), state.heard(), state.mixer(), loop, state.tempo(), state.semitones(), state.beats());
    }

    @Override
    public void mixer(MixerState mixer) {
        set(state.phase(), state.heard(), mixer, state.loop(), state.tempo(), state.semitones(), state.beats());
    }

    @Override
    public void heard(Heard heard) {
        set(state.phase(), heard, state.mixer(), state.loop(), state.tempo(), state.semitones(), state.beats());
    }

    @Override
    public void tempo(double factor) {
        set(state.phase(), state.heard(), state.mixer(), state.loop(), factor, state.semitones(), state.beats());
    }

    @Override
    public void semitones(double shift) {
        set(state.phase(), state.heard(), state.mixer(), state.loop(), state.tempo(), shift, state.beats());
    }

    @Override
    public void metronome(boolean on) {
        done.add("metronome " + on);
        tell(new PlayerState(state.phase(), state.heard(), state.mixer(), state.loop(), state.tempo(),
                state.semitones(), on, state.countIn(), state.beats(), state.device()));
    }

    @Override
    public void countIn(boolean on) {
        tell(new PlayerState(state.phase(), state.heard(), state.mixer(), state.loop(), state.tempo(),
                state.semitones(), state.metronome(), on, state.beats(), state.device()));
    }

    @Override
    public void beats(Optional<BeatGrid> beats) {
        set(state.phase(), state.heard(), state.mixer(), state.loop(), state.tempo(), state.semitones(), beats);
    }

    @Override
    public PlayerState state() {
        return state;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public float peak(int stem) {
        return peaks[stem];
    }

    @Override
    public float peak() {
        return peak;
    }

    public void phase(Phase phase) {
        set(phase, state.heard(), state.mixer(), state.loop(), state.tempo(), state.semitones(), state.beats());
    }

    private void set(Phase phase, Heard heard, MixerState mixer, Optional<Loop> loop, double tempo, double semitones,
                     Optional<BeatGrid> beats) {
        tell(new PlayerState(phase, heard, mixer, loop, tempo, semitones, state.metronome(), state.countIn(), beats,
                ""));
    }

    private void tell(PlayerState now) {
        state = now;
        listeners.forEach(listener -> listener.changed(now));
    }
}
