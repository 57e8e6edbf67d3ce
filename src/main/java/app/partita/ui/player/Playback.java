package app.partita.ui.player;

import app.partita.player.BeatGrid;
import app.partita.player.Heard;
import app.partita.player.Loop;
import app.partita.player.MixerState;
import app.partita.player.PlayerListener;
import app.partita.player.PlayerState;
import app.partita.player.SongSource;
import java.util.Optional;

/** The player as the window sees it: everything, also what listeners are told, on the thread that draws. */
public interface Playback {

    /** From now on told of every change. */
    void listen(PlayerListener listener);

    /** Takes a song in, stopped at its start; the one before is closed. */
    void open(SongSource source, MixerState mixer);

    /** Goes on with another source of the same song; the one before is closed. */
    void handOver(SongSource source);

    void play();

    void pause();

    /** No longer plays, and goes back to the start, or to the loop's. */
    void stop();

    void seek(long frame);

    /** By so many seconds of the song. */
    void skip(double seconds);

    void loop(Optional<Loop> loop);

    void mixer(MixerState mixer);

    void heard(Heard heard);

    void tempo(double factor);

    void semitones(double shift);

    void metronome(boolean on);

    void countIn(boolean on);

    void beats(Optional<BeatGrid> beats);

    PlayerState state();

    /** The frame that is heard now. */
    long position();

    /** The highest level of a stem since this was last asked, as a factor of full scale. */
    float peak(int stem);

    /** The same of the mix. */
    float peak();
}
