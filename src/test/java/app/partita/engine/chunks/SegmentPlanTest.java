package app.partita.engine.chunks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SegmentPlanTest {

    @Test
    void layThirtySecondsOutAsTheReferenceDoes() {
        var plan = SegmentPlan.of(343_980, 0.25);

        assertThat(plan.stride()).isEqualTo(257_985);
        assertThat(plan.count(1_323_000)).isEqualTo(6);
        Chunk last = plan.chunk(5, 1_323_000);
        assertThat(last.offset()).isEqualTo(1_289_925);
        assertThat(last.frames()).isEqualTo(33_075);
        assertThat(last.trim()).isEqualTo((343_980 - 33_075) / 2);
        assertThat(last.start() + last.trim()).isEqualTo(last.offset());
    }

    @Test
    void aSegmentIsTakenEvenIfItStartsOneFrameBeforeTheEnd() {
        var plan = SegmentPlan.of(100, 0.25);

        assertThat(plan.count(75)).isEqualTo(1);
        assertThat(plan.count(76)).isEqualTo(2);
        assertThat(plan.chunk(1, 76)).isEqualTo(new Chunk(1, 75, 1, 75 - 49));
        assertThat(plan.count(0)).isZero();
    }

    @Test
    void aSongShorterThanASegmentLiesInItsMiddle() {
        assertThat(SegmentPlan.of(100, 0.25).chunk(0, 31)).isEqualTo(new Chunk(0, 0, 31, -34));
    }

    @Test
    void anOverlapThatLeavesNoStrideIsRefusedOrKeptToOneFrame() {
        assertThat(SegmentPlan.of(3, 0.95).stride()).isEqualTo(1);
        assertThatThrownBy(() -> SegmentPlan.of(100, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SegmentPlan.of(100, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SegmentPlan.of(100, 0.25).chunk(2, 150))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 300)
    void firstReachingNamesExactlyTheSegmentsThatTouchAPiece(@ForAll @IntRange(min = 1, max = 60) int segment,
            @ForAll @DoubleRange(min = 0, max = 0.95) double overlap, @ForAll @IntRange(max = 50) int piece) {
        var plan = SegmentPlan.of(segment, overlap);
        int first = piece;
        while (first > 0 && plan.offset(first - 1) + segment > plan.offset(piece)) {
            first--;
        }

        assertThat(plan.firstReaching(piece)).isEqualTo(first);
    }

    @Property(tries = 300)
    void chunksCoverTheSongWithoutLeavingTheirSegments(@ForAll @IntRange(min = 1, max = 60) int segment,
            @ForAll @DoubleRange(min = 0, max = 0.95) double overlap, @ForAll @IntRange(min = 1, max = 500) int length) {
        var plan = SegmentPlan.of(segment, overlap);
        long covered = 0;
        for (int i = 0; i < plan.count(length); i++) {
            Chunk chunk = plan.chunk(i, length);
            assertThat(chunk.offset()).isLessThanOrEqualTo(covered);
            assertThat(chunk.trim() + chunk.frames()).isLessThanOrEqualTo(segment);
            covered = Math.max(covered, chunk.end());
        }
        assertThat(covered).isEqualTo(length);
    }
}
