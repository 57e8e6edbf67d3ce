package app.partita.engine.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.Kernels;
import app.partita.engine.nn.Normaliser.Moments;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NormaliserTest {

    @Property(tries = 80)
    void meanAndVarianceAreThoseOfTheBooksAndLeaveThePaddingOut(@ForAll @IntRange(min = 1, max = 9) int channels,
            @ForAll @IntRange(min = 1, max = 9) int rows, @ForAll @IntRange(min = 2, max = 1500) int columns,
            @ForAll @IntRange(min = 1, max = 3) int threads, @ForAll long seed) {
        Tensor x = Naive.tensor(seed, channels, rows, columns);
        double[] numbers = Naive.dense(x);
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double squares = Arrays.stream(numbers).map(number -> (number - mean) * (number - mean)).sum();
        for (Kernels kernels : Naive.FAMILIES) {
            try (Workers workers = new Workers(threads)) {
                Normaliser normaliser = new Normaliser(kernels, workers);
                Moments moments = normaliser.moments(x);
                assertThat(moments.mean()).isCloseTo(mean, within(1e-6));
                assertThat(moments.variance()).isCloseTo(squares / numbers.length, within(3e-6));
                assertThat(moments.deviation()).isCloseTo(Math.sqrt(squares / (numbers.length - 1)), within(3e-6));
                assertNormalises(moments, numbers[0], (numbers[0] - mean) / Math.sqrt(squares / numbers.length + 1e-5));
                Moments ofRows = normaliser.moments(x.data(), x.at(0, 0), channels * rows, columns, x.rowStride());
                assertThat(ofRows.mean()).isCloseTo(moments.mean(), within(1e-12));
                assertThat(ofRows.variance()).isCloseTo(moments.variance(), within(1e-12));
            }
        }
    }

    private static void assertNormalises(Moments moments, double number, double expected) {
        double normalised = number * moments.factor(0.7f) + moments.addend(0.7f, 0.3f);
        assertThat(normalised).isCloseTo(0.7 * expected + 0.3, within(1e-5));
    }

    @Test
    void silenceIsNotDividedByZero() {
        Tensor silence = Tensor.zeros(3, 2, 20);
        try (Workers workers = new Workers(1)) {
            Moments moments = new Normaliser(Kernels.best(), workers).moments(silence);
            assertThat(moments.deviation()).isZero();
            assertThat(moments.factor(2f)).isCloseTo((float) (2 / Math.sqrt(1e-5)), within(1e-3f));
            assertThat(moments.addend(2f, 0.5f)).isEqualTo(0.5f);
        }
    }
}
