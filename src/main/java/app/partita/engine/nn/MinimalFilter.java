package app.partita.engine.nn;

/**
 * Winograd's minimal filtering F(4,3): four outputs of a filter of three taps by six products instead of twelve
 * (Winograd 1980; Lavin and Gray 2016).
 *
 * <p>The points 0, 1, −1, 1/2, −2 and ∞ are those whose errors are smallest (Barabasz et al. 2020): 2.7 times those of
 * the plain sums. What the products become is {@link app.partita.engine.kernels.Elementwise#winogradOutputs}.
 */
final class MinimalFilter {

    static final int TAPS = 3;
    static final int OUTPUTS = 4;
    static final int POINTS = OUTPUTS + TAPS - 1;

    /** Six inputs → the six points; {@link app.partita.engine.kernels.Elementwise#winogradInputs} does the same. */
    static final float[][] INPUT = {
        {1f, -1.5f, -2f, 1.5f, 1f, 0f},
        {0f, -1f, 0.5f, 2.5f, 1f, 0f},
        {0f, 1f, -2.5f, 0.5f, 1f, 0f},
        {0f, -2f, -1f, 2f, 1f, 0f},
        {0f, 0.5f, -1f, -0.5f, 1f, 0f},
        {0f, 1f, -1.5f, -2f, 1.5f, 1f},
    };

    /** Six inputs → the second of them, where there is no filter. */
    static final float[] MIDDLE = {0f, 1f, 0f, 0f, 0f, 0f};

    /** Three taps → the six points. */
    static final double[][] FILTER = {
        {1, 0, 0},
        {1. / 3, 1. / 3, 1. / 3},
        {-1. / 3, 1. / 3, -1. / 3},
        {-16. / 15, -8. / 15, -4. / 15},
        {1. / 15, -2. / 15, 4. / 15},
        {0, 0, 1},
    };

    private MinimalFilter() {
    }
}
