package app.partita.player;

import java.util.Optional;

/**
 * How the player is set, at one moment. Immutable.
 *
 * @param tempo     1 as it was; 0.5 to 1.5
 * @param semitones by which the pitch is moved, −12 to 12
 * @param metronome whether each beat is clicked, once the beats are known
 * @param countIn   whether a bar is counted before a song goes on, once the beats are known
 * @param device    the name of the device that was chosen; empty for the system's own choice
 */
public record PlayerState(Phase phase, Heard heard, MixerState mixer, Optional<Loop> loop, double tempo,
                          double semitones, boolean metronome, boolean countIn, Optional<BeatGrid> beats,
                          String device) {

    /** Without a song, everything as it is. */
    public static final PlayerState EMPTY = new PlayerState(Phase.EMPTY, Heard.STEMS, MixerState.UNITY,
            Optional.empty(), 1, 0, false, false, Optional.empty(), "");

    PlayerState with(Phase now) {
        return new PlayerState(now, heard, mixer, loop, tempo, semitones, metronome, countIn, beats, device);
    }

    PlayerState with(Heard now) {
        return new PlayerState(phase, now, mixer, loop, tempo, semitones, metronome, countIn, beats, device);
    }

    PlayerState with(MixerState now) {
        return new PlayerState(phase, heard, now, loop, tempo, semitones, metronome, countIn, beats, device);
    }

    PlayerState withLoop(Optional<Loop> now) {
        return new PlayerState(phase, heard, mixer, now, tempo, semitones, metronome, countIn, beats, device);
    }

    PlayerState withStretch(double newTempo, double newSemitones) {
        return new PlayerState(phase, heard, mixer, loop, newTempo, newSemitones, metronome, countIn, beats, device);
    }

    PlayerState withClicks(boolean newMetronome, boolean newCountIn) {
        return new PlayerState(phase, heard, mixer, loop, tempo, semitones, newMetronome, newCountIn, beats, device);
    }

    PlayerState withBeats(Optional<BeatGrid> now) {
        return new PlayerState(phase, heard, mixer, loop, tempo, semitones, metronome, countIn, now, device);
    }

    PlayerState withDevice(String now) {
        return new PlayerState(phase, heard, mixer, loop, tempo, semitones, metronome, countIn, beats, now);
    }
}
