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
 * sound, else the first from the start. As long as the wanted place itself has not been decoded, only a segment whose
 * sound is foreseen there comes, to be heard for the time being, or none: the decoder is far faster than the network,
 * and faster still with the processor for itself.
 */
final class SegmentQueue {

    private static final Next NONE = new Next(-1, false);

    private final SegmentPlan plan;
    private final MixtureFile mixture;
    private final int lead;
    private final SegmentOrder order;
    private final BitSet done = new BitSet();
    private final BitSet played = new BitSet();

    /**
     * What comes next.
     *
     * @param foreseen whether its sound is only foreseen, so that it has to be computed again
     */
    record Next(int index, boolean foreseen) {}

    /** @param lead how many frames of silence come before the song */
    SegmentQueue(SegmentPlan plan, MixtureFile mixture, int lead, SegmentOrder order) {
        this.plan = plan;
        this.mixture = mixture;
        this.lead = lead;
        this.order = order;
    }

    /** Waits for the next segment; empty when all are done. */
    Optional<Next> next(BooleanSupplier cancelled) throws Fault {
        while (true) {
            // Asked for nothing, it only tells of a failed decoder or a cancelled run.
            mixture.awaitFrames(0, cancelled);
            boolean ended = mixture.length().isPresent();
            Next choice = choice();
            if (choice != NONE) {
                return Optional.of(choice);
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

    /** A segment laid over the song, as far as its end is known or foreseen. */
    Chunk chunk(Next segment) {
        return plan.chunk(segment.index(), segment.foreseen() ? foreseenLength() : length());
    }

    /** Whether another segment should be computed rather than this one. */
    boolean prefersOther(Next running) {
        return choice().index() != running.index();
    }

    void markDone(int segment) {
        done.set(segment);
    }

    /** A segment whose sound is foreseen was computed. */
    void markPlayed(int segment) {
        played.set(segment);
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

    private Next choice() {
        long known = length();
        long there = lead + mixture.frames();
        long wish = order.wantedFrom();
        if (known == SegmentPlan.OPEN && wish < mixture.expectedFrames() && plan.needed(plan.at(lead + wish)) > there) {
            int foreseen = played.nextClearBit(plan.at(lead + wish));
            return isForeseen(foreseen) ? new Next(foreseen, true) : NONE;
        }
        int fromThere = done.nextClearBit(plan.at(lead + Math.clamp(wish, 0, mixture.frames())));
        if (canRun(fromThere, known, there)) {
            return new Next(fromThere, false);
        }
        int fromStart = done.nextClearBit(0);
        return canRun(fromStart, known, there) ? new Next(fromStart, false) : NONE;
    }

    private boolean isForeseen(int index) {
        long end = foreseenLength();
        long from = plan.offset(index);
        return from < end
                && mixture.heard().endOf(Math.max(0, from - lead)) >= Math.min(end, plan.needed(index)) - lead;
    }

    private long foreseenLength() {
        var length = mixture.foreseenLength();
        return length.isPresent() ? lead + length.getAsLong() : SegmentPlan.OPEN;
    }

    private boolean canRun(int index, long known, long there) {
        return known == SegmentPlan.OPEN ? plan.needed(index) <= there : plan.offset(index) < known;
    }
}
