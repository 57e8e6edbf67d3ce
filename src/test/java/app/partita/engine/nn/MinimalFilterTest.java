package app.partita.engine.nn;

import static app.partita.testkit.Numbers.normal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.engine.kernels.Kernels;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MinimalFilterTest {

    @Property(tries = 50)
    void kernelTransformsInputsAsTheMatrixDoes(@ForAll long seed) {
        float[] inputs = normal(seed, MinimalFilter.POINTS);
        float[] phases = {inputs[0], inputs[4], inputs[1], inputs[5], inputs[2], 0, inputs[3], 0};
        for (Kernels kernels : Naive.FAMILIES) {
            float[] points = new float[MinimalFilter.POINTS];
            kernels.elementwise().winogradInputs(phases, 0, 2, 1, points, 0, 1);
            for (int j = 0; j < points.length; j++) {
                double expected = 0;
                for (int i = 0; i < inputs.length; i++) {
                    expected += (double) MinimalFilter.INPUT[j][i] * inputs[i];
                }
                assertThat((double) points[j]).isCloseTo(expected, within(4e-6));
            }
        }
    }

    /** A filter of one tap at a time: what comes out is the input at its place. */
    @Property(tries = 50)
    void sixProductsAreFourOutputs(@ForAll long seed) {
        float[] inputs = normal(seed, MinimalFilter.POINTS);
        for (int tap = 0; tap < MinimalFilter.TAPS; tap++) {
            float[] products = new float[MinimalFilter.POINTS];
            for (int j = 0; j < products.length; j++) {
                for (int i = 0; i < inputs.length; i++) {
                    products[j] += MinimalFilter.INPUT[j][i] * inputs[i];
                }
                products[j] *= (float) MinimalFilter.FILTER[j][tap];
            }
            Kernels.best().elementwise().winogradOutputs(products, 0, 1, 1);
            for (int output = 0; output < MinimalFilter.OUTPUTS; output++) {
                assertThat(products[output]).isCloseTo(inputs[output + tap], within(2e-5f));
            }
        }
    }
}
