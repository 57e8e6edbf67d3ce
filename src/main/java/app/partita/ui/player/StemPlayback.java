package app.partita.ui.player;

import app.partita.player.BeatGrid;
import app.partita.player.Heard;
import app.partita.player.Loop;
import app.partita.player.MixerState;
import app.partita.player.PlayerListener;
import app.partita.player.PlayerNotice;
import app.partita.player.PlayerState;
import app.partita.player.SongSource;
import app.partita.player.StemPlayer;
import java.util.Optional;
import java.util.concurrent.Executor;

/** The real player, which tells of changes on a thread of its own. */
public final class StemPlayback implements Playback {

    private final StemPlayer player;
    private final Executor drawing;

    /** @param drawing the thread that draws */
    public StemPlayback(StemPlayer player, Executor drawing) {
        this.player = player;
        this.drawing = drawing;
    }

    @Override
    public void listen(PlayerListener listener) {
        player.listen(new PlayerListener() {
            @Override
            public void changed(PlayerState state) {
                drawing.execute(() -> listener.changed(state));
            }

            @Override
            public void notice(PlayerNotice notice) {
                drawing.execute(() -> listener.notice(notice));
            }
        });
    }

    @Override
    public void open(SongSource source, MixerState mixer) {
        player.open(source, mixer);
    }

    @Override
    public void handOver(SongSource source) {
        player.handOver(source);
    }

    @Override
    public void play() {
        player.play();
    }

    @Override
    public void pause() {
        player.pause();
    }

    @Override
    public void stop() {
        player.stop();
    }

    @Override
    public void seek(long frame) {
        player.seek(frame);
    }

    @Override
    public void skip(double seconds) {
        player.skip(seconds);
    }

    @Override
    public void loop(Optional<Loop> loop) {
        player.loop(loop);
    }

    @Override
    public void mixer(MixerState mixer) {
        player.mixer(mixer);
    }

    @Override
    public void heard(Heard heard) {
        player.heard(heard);
    }

    @Override
    public void tempo(double factor) {
        player.tempo(factor);
    }

    @Override
    public void semitones(double shift) {
        player.semitones(shift);
    }

    @Override
    public void metronome(boolean on) {
        player.metronome(on);
    }

    @Override
    public void countIn(boolean on) {
        player.countIn(on);
    }

    @Override
    public void beats(Optional<BeatGrid> beats) {
        player.beats(beats);
    }

    @Override
    public PlayerState state() {
        return player.state();
    }

    @Override
    public long position() {
        return player.position();
    }

    @Override
    public float peak(int stem) {
        return player.peak(stem);
    }

    @Override
    public float peak() {
        return player.peak();
    }
}
