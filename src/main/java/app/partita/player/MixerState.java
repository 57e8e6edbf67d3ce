package app.partita.player;

import app.partita.stems.StemKind;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * How a song's stems are mixed. Immutable.
 *
 * @param strips   a stem that is missing here is as it is
 * @param masterDb of the whole, from −∞ to {@value Strip#MOST_GAIN_DB}; also of the original
 */
public record MixerState(Map<StemKind, Strip> strips, double masterDb) {

    /** All stems as they are: their sum is the song. */
    public static final MixerState UNITY = new MixerState(Map.of(), 0);

    public MixerState {
        Map<StemKind, Strip> copy = new EnumMap<>(StemKind.class);
        copy.putAll(strips);
        strips = Collections.unmodifiableMap(copy);
        if (Double.isNaN(masterDb)) {
            throw new IllegalArgumentException("master " + masterDb);
        }
        masterDb = Math.min(masterDb, Strip.MOST_GAIN_DB);
    }

    public Strip strip(StemKind stem) {
        return strips.getOrDefault(stem, Strip.UNITY);
    }

    /**
     * Whether a stem is heard: while any is soloed, only those that are; never one that is muted.
     *
     * @param stems all stems of the song: a solo of another song's stem counts for nothing
     */
    public boolean audible(StemKind stem, Collection<StemKind> stems) {
        boolean anySolo = stems.stream().anyMatch(each -> strip(each).soloed());
        return !strip(stem).muted() && (!anySolo || strip(stem).soloed());
    }

    public MixerState with(StemKind stem, UnaryOperator<Strip> change) {
        Map<StemKind, Strip> changed = new EnumMap<>(StemKind.class);
        changed.putAll(strips);
        changed.put(stem, change.apply(strip(stem)));
        return new MixerState(changed, masterDb);
    }

    public MixerState withMaster(double db) {
        return new MixerState(strips, db);
    }

    /** Without any mute or solo. */
    public MixerState cleared() {
        Map<StemKind, Strip> changed = new EnumMap<>(StemKind.class);
        strips.forEach((stem, strip) -> changed.put(stem, strip.withMuted(false).withSoloed(false)));
        return new MixerState(changed, masterDb);
    }
}
