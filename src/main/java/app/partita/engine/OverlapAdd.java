package app.partita.engine;

import app.partita.engine.chunks.Chunk;
import app.partita.engine.chunks.OverlapSum;
import app.partita.engine.chunks.SegmentPlan;
import app.partita.fault.Fault;
import app.partita.stems.SegmentLog;
import app.partita.stems.SegmentSlots;
import app.partita.stems.StemWorkFile;
import app.partita.stems.Stretches;
import app.partita.stems.Stretches.Stretch;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Puts one run's segments together, in whatever order they come. A piece between two segment starts is summed in
 * ascending segment order as soon as all that reach into it are there; until then its segments wait in slots, and
 * what nobody has covered yet sounds provisionally as the first of them has it.
 *
 * <p>A segment of sound that is only foreseen can be played before: it sounds where nothing else does, but is neither
 * kept nor logged, and what is computed later takes its place.
 */
final class OverlapAdd {

    private static final int BLOCK_FRAMES = 8192;
    private static final Blend ANEW = (_, value, _) -> value;

    private final SegmentPlan plan;
    private final float[] weights;
    private final Normalisation normalisation;
    private final Run run;
    private final LongSupplier length;
    private final StemWorkFile out;
    private final SegmentLog log;
    private final SegmentSlots slots;
    private final EngineListener listener;

    private final BitSet done = new BitSet();
    private final BitSet settled = new BitSet();
    /** What can be heard of segments that are done, rather than only played. */
    private Stretches made = Stretches.NONE;
    private final Map<Integer, Integer> slotOf = new TreeMap<>();
    private final OverlapSum sum;
    private final float[] segmentBlock = new float[BLOCK_FRAMES];
    private final float[] stemBlock;
    private final float[] earlierBlock;

    /**
     * Which of the runs to be averaged this is.
     *
     * @param index 0 for the first
     * @param count of all runs
     * @param lead  how many frames of silence come before the song in this run
     */
    record Run(int index, int count, int lead) {

        boolean first() {
            return index == 0;
        }

        boolean last() {
            return index == count - 1;
        }
    }

    /** How a value goes over what is there already. */
    @FunctionalInterface
    private interface Blend {

        /** @param frame counted with the lead */
        double of(float earlier, double value, long frame);
    }

    /** @param length the song's length with its lead, or {@link SegmentPlan#OPEN} */
    OverlapAdd(SegmentPlan plan, float[] weights, Normalisation normalisation, Run run, LongSupplier length,
               StemWorkFile out, SegmentLog log, EngineListener listener) {
        this.plan = plan;
        this.weights = weights;
        this.normalisation = normalisation;
        this.run = run;
        this.length = length;
        this.out = out;
        this.log = log;
        this.slots = log.slots();
        this.listener = listener;
        sum = new OverlapSum(out.channels(), BLOCK_FRAMES);
        stemBlock = new float[BLOCK_FRAMES * out.channels()];
        earlierBlock = new float[BLOCK_FRAMES * out.channels()];
    }

    /**
     * Takes the segments that are in the work files already.
     *
     * @param kept each with the slot where it waits for others, if it does
     */
    void resume(SortedMap<Integer, OptionalInt> kept) throws Fault {
        kept.forEach((segment, slot) -> {
            done.set(segment);
            slot.ifPresent(place -> slotOf.put(segment, place));
        });
        for (int segment : kept.keySet()) {
            Chunk chunk = chunk(segment);
            for (int piece = segment; piece <= lastPiece(chunk); piece++) {
                if (isWhole(piece)) {
                    settle(piece);
                }
            }
        }
        slotOf.entrySet().removeIf(this::releaseIfSettled);
        if (run.first()) {
            for (int segment : slotOf.keySet()) {
                fillGaps(chunk(segment), null);
            }
            out.ready().list().forEach(stretch -> listener.stretchReady(stretch.from(), stretch.to()));
        }
    }

    /**
     * Takes a segment.
     *
     * @param output the network's own, planar, {@code stems × channels × segmentFrames}
     */
    void accept(Chunk chunk, float[] output) throws Fault {
        done.set(chunk.index());
        List<Stretch> fresh = run.first() ? gaps(chunk) : List.of();
        long end = end(lastPiece(chunk)) - run.lead();
        if (!run.first() && end > 0) {
            log.changing(Math.max(0, chunk.offset() - run.lead()), end);
        }
        int firstPending = -1;
        for (int piece = chunk.index(); piece <= lastPiece(chunk); piece++) {
            if (isWhole(piece)) {
                write(plan.offset(piece), end(piece), plan.firstReaching(piece), piece, chunk, output,
                        run.first() ? ANEW : this::averaged);
                settle(piece);
            } else if (firstPending < 0) {
                firstPending = piece;
            }
        }
        if (firstPending >= 0) {
            keep(chunk, output, (int) (plan.offset(firstPending) - chunk.offset()));
        }
        if (run.first()) {
            fillGaps(chunk, output);
        }
        fresh.forEach(stretch -> listener.stretchReady(stretch.from(), stretch.to()));
        slotOf.entrySet().removeIf(this::releaseIfSettled);
        Integer slot = slotOf.get(chunk.index());
        log.done(run.index(), chunk.index(), slot == null ? OptionalInt.empty() : OptionalInt.of(slot));
    }

    /**
     * Lets a segment be heard for the time being: in the first run, of a song that still grows.
     *
     * @param output the network's own, as for {@link #accept}
     */
    void play(Chunk chunk, float[] output) throws Fault {
        long from = Math.max(0, chunk.offset() - run.lead());
        long to = chunk.end() - run.lead();
        List<Stretch> fresh = out.ready().missing(from, to);
        for (Stretch gap : gaps(chunk)) {
            sound(gap, chunk, output);
        }
        fresh.forEach(stretch -> listener.stretchReady(stretch.from(), stretch.to()));
    }

    private boolean isWhole(int piece) {
        int first = plan.firstReaching(piece);
        return done.nextClearBit(first) > piece && !settled.get(piece);
    }

    private void settle(int piece) {
        settled.set(piece);
        long from = Math.max(0, plan.offset(piece) - run.lead());
        long to = end(piece) - run.lead();
        if (to <= from) {
            return;
        }
        if (run.first()) {
            out.markReady(from, to);
            made = made.with(from, to);
        }
        if (run.last()) {
            out.markSettled(from, to);
            listener.stretchFinal(from, to);
        }
    }

    private List<Stretch> gaps(Chunk chunk) {
        long from = Math.max(0, chunk.offset() - run.lead());
        return made.missing(from, chunk.end() - run.lead());
    }

    private void fillGaps(Chunk chunk, float[] output) throws Fault {
        for (Stretch gap : gaps(chunk)) {
            sound(gap, chunk, output);
            made = made.with(gap.from(), gap.to());
        }
    }

    /** Lets a stretch sound as one segment has it, over into its neighbours where they were played. */
    private void sound(Stretch stretch, Chunk chunk, float[] output) throws Fault {
        var silent = new Stretches(out.ready().missing(stretch.from(), stretch.to()));
        for (Stretch part : silent.list()) {
            write(part, chunk, output, ANEW);
        }
        for (Stretch part : silent.missing(stretch.from(), stretch.to())) {
            write(part, chunk, output, (earlier, value, frame) -> earlier
                    + (value - earlier) * share((int) (frame - chunk.offset())));
        }
        out.markReady(stretch.from(), stretch.to());
    }

    /** How much of the sound is a segment's own at a frame of it, as if its neighbours were there. */
    private double share(int within) {
        int after = within + plan.stride();
        int before = within - plan.stride();
        double others = (after < weights.length ? weights[after] : 0) + (before >= 0 ? weights[before] : 0);
        return weights[within] / (weights[within] + others);
    }

    private double averaged(float earlier, double value, long frame) {
        return earlier + (value - earlier) / (run.index() + 1);
    }

    private void write(Stretch part, Chunk chunk, float[] output, Blend blend) throws Fault {
        write(part.from() + run.lead(), part.to() + run.lead(), chunk.index(), chunk.index(), chunk, output, blend);
    }

    /** Writes the frames {@code from} to before {@code to}, counted with the lead, as these segments have them. */
    private void write(long from, long to, int firstSegment, int lastSegment, Chunk current, float[] output,
                       Blend blend) throws Fault {
        for (long frame = Math.max(from, run.lead()); frame < to; frame += BLOCK_FRAMES) {
            int frames = (int) Math.min(BLOCK_FRAMES, to - frame);
            for (int stem = 0; stem < out.stems().size(); stem++) {
                sum.start(frames);
                for (int segment = firstSegment; segment <= lastSegment; segment++) {
                    addSegment(stem, segment, frame, frames, segment == current.index() ? output : null,
                            current.trim());
                }
                writeBlock(stem, frame, blend);
            }
        }
    }

    /** @param output the segment's own, from {@code trim} on; null for what is kept of it */
    private void addSegment(int stem, int segment, long frame, int frames, float[] output, int trim) throws Fault {
        int within = (int) (frame - plan.offset(segment));
        int count = Math.min(frames, plan.segmentFrames() - within);
        if (count <= 0) {
            return;
        }
        sum.addWeights(0, weights, within, count);
        for (int channel = 0; channel < out.channels(); channel++) {
            int row = (stem * out.channels() + channel) * plan.segmentFrames();
            if (output != null) {
                sum.add(channel, 0, output, row + within + trim, weights, within, count);
            } else {
                slots.read(slotOf.get(segment), row + within, segmentBlock, 0, count);
                sum.add(channel, 0, segmentBlock, 0, weights, within, count);
            }
        }
    }

    private void writeBlock(int stem, long from, Blend blend) throws Fault {
        int frames = sum.frames();
        int channels = out.channels();
        if (blend != ANEW) {
            out.read(stem, from - run.lead(), earlierBlock, 0, frames);
        }
        for (int i = 0, at = 0; i < frames; i++) {
            for (int channel = 0; channel < channels; channel++, at++) {
                double value = sum.mean(channel, i) * normalisation.scale() + normalisation.mean();
                stemBlock[at] = (float) blend.of(earlierBlock[at], value, from + i);
            }
        }
        out.write(stem, from - run.lead(), stemBlock, 0, frames);
    }

    /** Keeps a segment for the pieces that are not whole yet, from its {@code within}-th frame on. */
    private void keep(Chunk chunk, float[] output, int within) throws Fault {
        int slot = slots.take();
        slotOf.put(chunk.index(), slot);
        for (int row = 0; row < out.stems().size() * out.channels(); row++) {
            int at = row * plan.segmentFrames() + within;
            slots.write(slot, at, output, at + chunk.trim(), chunk.frames() - within);
        }
    }

    private boolean releaseIfSettled(Map.Entry<Integer, Integer> kept) {
        Chunk chunk = chunk(kept.getKey());
        if (settled.nextClearBit(chunk.index()) <= lastPiece(chunk)) {
            return false;
        }
        slots.release(kept.getValue());
        return true;
    }

    private Chunk chunk(int segment) {
        return plan.chunk(segment, length.getAsLong());
    }

    private int lastPiece(Chunk chunk) {
        return plan.at(chunk.end() - 1);
    }

    private long end(int piece) {
        return Math.min(plan.offset(piece + 1), length.getAsLong());
    }
}
