package app.partita.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BlockScheduleTest {

    private static final double PACKING = 0.05;

    @Property(tries = 300)
    void everyPartOfEveryBlockIsOneTask(@ForAll @DoubleRange(min = 0.01, max = 30) double blocks,
                                        @ForAll @IntRange(min = 1, max = 20) int workers) {
        BlockSchedule schedule = BlockSchedule.shortest(blocks, PACKING, workers);
        List<List<Integer>> expected = new ArrayList<>();
        for (int block = 0; block < Math.ceil(blocks); block++) {
            for (int part = 0; part < (block < schedule.whole() ? 1 : schedule.parts()); part++) {
                expected.add(List.of(block, part));
            }
        }
        List<List<Integer>> actual = new ArrayList<>();
        for (int task = 0; task < schedule.tasks(); task++) {
            actual.add(List.of(schedule.block(task), schedule.part(task)));
            assertThat(schedule.part(task)).isLessThan(schedule.parts(task));
        }
        assertThat(actual).isEqualTo(expected);
    }

    @Property(tries = 300)
    void isNeverSlowerThanWholeBlocksNorFasterThanAllWorkersBusy(
            @ForAll @DoubleRange(min = 0.01, max = 30) double blocks, @ForAll @IntRange(min = 1, max = 20) int workers) {
        int count = (int) Math.ceil(blocks);
        double makespan = BlockSchedule.shortest(blocks, PACKING, workers).makespan(blocks, PACKING, workers);
        assertThat(makespan)
                .isLessThanOrEqualTo(new BlockSchedule(count, count, 1).makespan(blocks, PACKING, workers))
                .isGreaterThan(0.999 * blocks / workers);
    }

    @Test
    void cutsOnlyWhatWorkersWouldWaitFor() {
        assertThat(BlockSchedule.shortest(7, PACKING, 1)).isEqualTo(new BlockSchedule(7, 7, 1));
        assertThat(BlockSchedule.shortest(6, PACKING, 2)).isEqualTo(new BlockSchedule(6, 6, 1));
        assertThat(BlockSchedule.shortest(7, PACKING, 2)).isEqualTo(new BlockSchedule(7, 6, 2));
        assertThat(BlockSchedule.shortest(3.5, PACKING, 2).whole()).isLessThan(4);
    }
}
