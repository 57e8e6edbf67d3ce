package app.partita.stems;

import app.partita.stems.Stretches.Stretch;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a journal tells about the segments that are in the work files. Its lines are written and read here.
 */
final class KeptSegments {

    private static final String SEGMENT = "segment";
    private static final String CHANGING = "changing";
    private static final int NO_SLOT = -1;

    private record Owner(int run, int segment) {}

    private final Map<Integer, SortedMap<Integer, OptionalInt>> runs = new HashMap<>();
    private final Map<Integer, Owner> owners = new HashMap<>();
    private Optional<Stretch> changing = Optional.empty();

    /** @param lines in the order in which they were written */
    KeptSegments(List<String> lines) {
        lines.forEach(line -> read(line.split(" ")));
    }

    /** A segment of a run over the song is in the files, and perhaps still waits in a slot. */
    static String segment(int run, int segment, OptionalInt slot) {
        return "%s %d %d %d".formatted(SEGMENT, run, segment, slot.orElse(NO_SLOT));
    }

    /** From here on, until the next segment, the frames {@code from} to before {@code to} are in between. */
    static String changing(long from, long to) {
        return "%s %d %d".formatted(CHANGING, from, to);
    }

    /** The segments of a run, each with the slot that holds it, if one does. */
    SortedMap<Integer, OptionalInt> of(int run) {
        return runs.getOrDefault(run, new TreeMap<>());
    }

    /** The slots that hold a segment. */
    BitSet slots() {
        var slots = new BitSet();
        owners.keySet().forEach(slots::set);
        return slots;
    }

    /** What was being changed at the end. */
    Optional<Stretch> changing() {
        return changing;
    }

    private void read(String[] words) {
        if (words[0].equals(CHANGING)) {
            changing = Optional.of(new Stretch(Long.parseLong(words[1]), Long.parseLong(words[2])));
        } else if (words[0].equals(SEGMENT)) {
            changing = Optional.empty();
            keep(new Owner(Integer.parseInt(words[1]), Integer.parseInt(words[2])), Integer.parseInt(words[3]));
        }
    }

    private void keep(Owner owner, int slot) {
        SortedMap<Integer, OptionalInt> run = runs.computeIfAbsent(owner.run(), first -> new TreeMap<>());
        run.put(owner.segment(), OptionalInt.empty());
        if (slot != NO_SLOT) {
            run.put(owner.segment(), OptionalInt.of(slot));
            Owner earlier = owners.put(slot, owner);
            if (earlier != null) {
                runs.get(earlier.run()).put(earlier.segment(), OptionalInt.empty());
            }
        }
    }
}
