package app.partita.ui.player;

import app.partita.player.BeatGrid;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * What is known of a song's tempo and key.
 *
 * @param bpm   beats a minute of the song as it was
 * @param beats where they are
 * @param key   of the song as it was
 */
public record Music(OptionalDouble bpm, Optional<BeatGrid> beats, Optional<Tonality> key) {

    public static final Music UNKNOWN = new Music(OptionalDouble.empty(), Optional.empty(), Optional.empty());

    private static final int BEATS_PER_BAR = 4;
    private static final int TONES = 12;

    /**
     * A key.
     *
     * @param tonic 0 for C to 11 for B
     */
    public record Tonality(int tonic, boolean minor) {

        public Tonality {
            if (tonic < 0 || tonic >= TONES) {
                throw new IllegalArgumentException("tonic " + tonic);
            }
        }

        public Tonality shifted(int semitones) {
            return new Tonality(Math.floorMod(tonic + semitones, TONES), minor);
        }
    }

    public Music withKey(Optional<Tonality> known) {
        return new Music(bpm, beats, known);
    }

    /** Half as fast: every second beat is left out. */
    public Music halved() {
        return new Music(OptionalDouble.of(bpm.orElseThrow() / 2), beats.flatMap(grid ->
                grid(DoubleStream.iterate(0, beat -> beat < grid.count(), beat -> beat + 2)
                        .map(beat -> grid.at((int) beat)).toArray())), key);
    }

    /** Twice as fast: between two beats there is one more. */
    public Music doubled() {
        return new Music(OptionalDouble.of(bpm.orElseThrow() * 2), beats.flatMap(grid ->
                grid(DoubleStream.iterate(0, beat -> beat <= 2 * grid.count() - 2, beat -> beat + 1)
                        .map(beat -> beat % 2 == 0 ? grid.at((int) beat / 2)
                                : (grid.at((int) beat / 2) + grid.at((int) beat / 2 + 1)) / 2).toArray())), key);
    }

    /**
     * As fast as somebody says: even beats, one of them where one was known.
     *
     * @param seconds the song's length
     */
    public Music at(double beatsAMinute, double anchor, double seconds) {
        double step = 60 / beatsAMinute;
        double first = anchor - Math.floor(anchor / step) * step;
        return new Music(OptionalDouble.of(beatsAMinute), grid(DoubleStream.iterate(first,
                second -> second < seconds, second -> second + step).toArray()), key);
    }

    private static Optional<BeatGrid> grid(double[] beats) {
        return beats.length < 2 ? Optional.empty() : Optional.of(new BeatGrid(beats, BEATS_PER_BAR));
    }
}
