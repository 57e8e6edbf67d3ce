package app.partita.engine;

import app.partita.engine.chunks.Chunk;
import app.partita.engine.chunks.SegmentPlan;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which segment of a growing song comes next: the first one from the wanted place on that is not done and has its
 * sound, else the first from the start. As long as the wanted place itself has not been decoded, there is none: the
 * decoder is far faster than the network, and faster still with the processor for itself.
 */
final class SegmentQueue {

    private static final int NONE = -1;

    private final SegmentPlan plan;
    private final MixtureFile mixture;
    private final int lead;
    private final SegmentOrder order;
    private final BitSet done = new BitSet();

    /** @param lead how many frames of silence come before the song */
    SegmentQueue(SegmentPlan plan, MixtureFile mixture, int lead, SegmentOrder order) {
        this.plan = plan;
        this.mixture = mixture;
        this.lead = lead;
        this.order = order;
    }

    /** Waits for the next segment; empty when all are done. */
    Optional<Chunk> next(BooleanSupplier cancelled) throws Fault {
        while (true) {
            // Asked for nothing, it only tells of a failed decoder or a cancelled run.
            mixture.awaitFrames(0, cancelled);
            boolean ended = mixture.length().isPresent();
            int choice = choice();
            if (choice != NONE) {
                return Optional.of(plan.chunk(choice, length()));
            }
            if (ended) {
                return Optional.empty();
            }
            mixture.await(() -> choice() != NONE, cancelled);
        }
    }

    /** Waits until a segment could be computed. */
    void awaitSound(int segment, BooleanSupplier cancelled) throws Fault {
        mixture.awaitFrames(plan.needed(segment) - lead, cancelled);
    }

    /** Whether another segment should be computed rather than this one. */
    boolean prefersOther(Chunk running) {
        return choice() != running.index();
    }

    void markDone(int segment) {
        done.set(segment);
    }

    /** The length with its lead, or {@link SegmentPlan#OPEN}. */
    long length() {
        var length = mixture.length();
        return length.isPresent() ? lead + length.getAsLong() : SegmentPlan.OPEN;
    }

    /** How many segments there will be, by what is known now. */
    int expectedCount() {
        return plan.count(lead + mixture.expectedFrames());
    }

    private int choice() {
        long known = length();
        long there = lead + mixture.frames();
        long wish = order.wantedFrom();
        if (known == SegmentPlan.OPEN && wish < mixture.expectedFrames() && plan.needed(plan.at(lead + wish)) > there) {
            return NONE;
        }
        int fromThere = done.nextClearBit(plan.at(lead + Math.clamp(wish, 0, mixture.frames())));
        if (canRun(fromThere, known, there)) {
            return fromThere;
        }
        int fromStart = done.nextClearBit(0);
        return canRun(fromStart, known, there) ? fromStart : NONE;
    }

    private boolean canRun(int index, long known, long there) {
        return known == SegmentPlan.OPEN ? plan.needed(index) <= there : plan.offset(index) < known;
    }
}
