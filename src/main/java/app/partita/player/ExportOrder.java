package app.partita.player;

import app.partita.stems.StemKind;
import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What shall be heard in an exported file.
 *
 * @param mixer     how the stems are mixed
 * @param heard     their mix, or the original
 * @param tempo     0.5 to 1.5; 1 as it was
 * @param semitones −12 to 12
 * @param from      the song's frame that the file begins with
 * @param to        the song's frame after its last; {@link #TO_THE_END} for the song's length, once that is known
 */
public record ExportOrder(MixerState mixer, Heard heard, double tempo, double semitones, long from, long to) {

    public static final long TO_THE_END = Long.MAX_VALUE;

    public ExportOrder {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("frames from " + from + " to " + to);
        }
    }

    /** The whole song, the stems mixed like that, at its own tempo and pitch. */
    public static ExportOrder whole(MixerState mixer) {
        return new ExportOrder(mixer, Heard.STEMS, 1, 0, 0, TO_THE_END);
    }

    /** What is heard of a song in that state of the player: of the loop, if there is one. */
    public static ExportOrder of(PlayerState state) {
        return new ExportOrder(state.mixer(), state.heard(), state.tempo(), state.semitones(),
                state.loop().map(Loop::from).orElse(0L), state.loop().map(Loop::to).orElse(TO_THE_END));
    }

    /** One stem alone, as it is. */
    public static ExportOrder stem(StemKind stem) {
        return whole(MixerState.UNITY.with(stem, strip -> strip.withSoloed(true)));
    }

    /**
     * The song without what is soloed: the other stems are heard with their own gain and pan unless they are muted.
     * Without any solo nothing is left out.
     */
    public ExportOrder minusSoloed(Collection<StemKind> stems) {
        Map<StemKind, Strip> strips = stems.stream().collect(Collectors.toMap(UnaryOperator.identity(), stem -> {
            Strip strip = mixer.strip(stem);
            return strip.withSoloed(false).withMuted(strip.muted() || strip.soloed());
        }));
        return new ExportOrder(new MixerState(strips, mixer.masterDb()), Heard.STEMS, tempo, semitones, from, to);
    }
}
