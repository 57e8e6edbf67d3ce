package app.partita.player;

import java.util.List;
import java.util.Optional;

/**
 * Plays a song's stems. All methods return at once but for {@link #devices}, and may be called from any thread; what
 * follows from them is told to the listeners.
 */
public final class StemPlayer implements AutoCloseable {

    public StemPlayer(AudioOutput output) {
    }

    /** From now on told of every change. */
    public void listen(PlayerListener listener) {
    }

    /** Takes a song in, stopped at its start; the one before is closed. Tempo and pitch stay, loop and beats do not. */
    public void open(SongSource source, MixerState mixer) {
    }

    /**
     * Goes on with another source of the same song, at the same place: without a break if its rate and channels are the
     * same, else as soon as nothing plays. The one before is closed then.
     */
    public void handOver(SongSource source) {
    }

    /** Lets the song go. */
    public void eject() {
    }

    public void play() {
    }

    public void pause() {
    }

    /** Stops, and goes back to the start: of the loop, if there is one. */
    public void stop() {
    }

    /** Goes to a frame of the song. */
    public void seek(long frame) {
    }

    /** Goes so many seconds of the song forward or back. */
    public void skip(double seconds) {
    }

    /** May be changed while it plays; a place behind its end is played on to the end of the song. */
    public void loop(Optional<Loop> loop) {
    }

    public void mixer(MixerState mixer) {
    }

    public void heard(Heard heard) {
    }

    /** @param factor 0.5 to 1.5; 1 as it was */
    public void tempo(double factor) {
    }

    /** @param shift −12 to 12 */
    public void semitones(double shift) {
    }

    public void metronome(boolean on) {
    }

    public void countIn(boolean on) {
    }

    public void beats(Optional<BeatGrid> beats) {
    }

    public PlayerState state() {
        return PlayerState.EMPTY;
    }

    /** The frame of the song that is heard now. Cheap: to be asked for every picture. */
    public long position() {
        return 0;
    }

    /** The highest level of a stem since this was last asked, as a factor of full scale. */
    public float peak(int stem) {
        return 0;
    }

    /** The highest level of the mix since this was last asked, as a factor of full scale. */
    public float peak() {
        return 0;
    }

    /** The names of the devices; asks the system, so not for a thread that draws. */
    public List<String> devices() {
        return List.of();
    }

    /** Plays through that device from now on; empty for the system's own choice. */
    public void device(String name) {
    }

    /** Stops and closes the song. */
    @Override
    public void close() {
    }
}
