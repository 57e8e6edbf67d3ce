package app.partita.stems;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of frames of a song, as separate stretches in ascending order. Immutable.
 *
 * @param list neither empty stretches nor neighbours that touch
 */
public record Stretches(List<Stretch> list) {

    /** No frame at all. */
    public static final Stretches NONE = new Stretches(List.of());

    /**
     * The frames {@code from} to before {@code to}.
     *
     * @param from 0 or more
     * @param to   above {@code from}
     */
    public record Stretch(long from, long to) {

        public Stretch {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException(from + " to " + to);
            }
        }
    }

    public Stretches {
        list = List.copyOf(list);
    }

    /** This and the frames {@code from} to before {@code to}. */
    public Stretches with(long from, long to) {
        if (to <= from) {
            return this;
        }
        var merged = new ArrayList<Stretch>(list.size() + 1);
        long start = from;
        long end = to;
        int i = 0;
        for (; i < list.size() && list.get(i).to() < start; i++) {
            merged.add(list.get(i));
        }
        for (; i < list.size() && list.get(i).from() <= end; i++) {
            start = Math.min(start, list.get(i).from());
            end = Math.max(end, list.get(i).to());
        }
        merged.add(new Stretch(start, end));
        merged.addAll(list.subList(i, list.size()));
        return new Stretches(merged);
    }

    /** What of the frames {@code from} to before {@code to} is not in this set. */
    public List<Stretch> missing(long from, long to) {
        var gaps = new ArrayList<Stretch>();
        long start = from;
        for (Stretch stretch : list) {
            if (stretch.from() >= to) {
                break;
            }
            if (stretch.from() > start) {
                gaps.add(new Stretch(start, stretch.from()));
            }
            start = Math.max(start, stretch.to());
        }
        if (start < to) {
            gaps.add(new Stretch(start, to));
        }
        return gaps;
    }

    /**
     * Up to where the song is there without a gap from {@code frame} on; {@code frame} itself if it is not there.
     * Allocates nothing, since it is asked while sound is made.
     */
    public long endOf(long frame) {
        for (int i = 0; i < list.size(); i++) {
            Stretch stretch = list.get(i);
            if (stretch.from() <= frame && frame < stretch.to()) {
                return stretch.to();
            }
        }
        return frame;
    }

    /** How many frames are in this set. */
    public long frames() {
        return list.stream().mapToLong(stretch -> stretch.to() - stretch.from()).sum();
    }
}
