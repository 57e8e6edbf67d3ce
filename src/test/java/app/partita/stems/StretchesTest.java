package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.stems.Stretches.Stretch;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class StretchesTest {

    @Property(tries = 300)
    void areASetOfFrames(@ForAll @Size(max = 12) List<@IntRange(max = 60) Integer> starts,
            @ForAll @IntRange(max = 15) int length, @ForAll @IntRange(max = 70) int from,
            @ForAll @IntRange(max = 70) int to) {
        var expected = new BitSet();
        var stretches = Stretches.NONE;
        for (int start : starts) {
            expected.set(start, start + length);
            stretches = stretches.with(start, start + length);
        }

        assertThat(frames(stretches.list())).isEqualTo(expected);
        assertThat(stretches.frames()).isEqualTo(expected.cardinality());
        for (int i = 1; i < stretches.list().size(); i++) {
            assertThat(stretches.list().get(i).from()).isGreaterThan(stretches.list().get(i - 1).to());
        }
        var missing = new BitSet();
        missing.set(Math.min(from, to), to);
        missing.andNot(expected);
        assertThat(frames(stretches.missing(from, to))).isEqualTo(missing);
        assertThat(stretches.endOf(from)).isEqualTo(expected.get(from) ? expected.nextClearBit(from) : from);
    }

    private static BitSet frames(List<Stretch> list) {
        var set = new BitSet();
        list.forEach(stretch -> set.set((int) stretch.from(), (int) stretch.to()));
        return set;
    }
}
