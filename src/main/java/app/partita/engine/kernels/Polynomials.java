package app.partita.engine.kernels;

/**
 * Coefficients of the approximations that scalar and SIMD kernels share; fitted by iteratively re-weighted least
 * squares to minimise the largest error.
 */
public final class Polynomials {

    private Polynomials() {
    }

    /** Adding this to a float of moderate size rounds it to an integer and leaves that in the lowest bits. */
    public static final float ROUND = 0x1.8p23f;
    public static final float LOG2_E = 1.44269504f;
    /** ln 2 in two parts; the high one has trailing zeros, so that its multiples are exact. */
    public static final float LN2_HIGH = 0.693359375f;
    public static final float LN2_LOW = -2.12194440e-4f;
    /** Bounds of exp's argument: beyond them the result would leave the normal floats. */
    public static final float EXP_MIN = -87f;
    public static final float EXP_MAX = 88f;

    /** {@code exp(r) = 1 + r + r²·(E2 + E3·r + …)} for |r| ≤ ln 2 / 2; relative error 3e-9 before rounding. */
    public static final float E2 = 0.4999999403953552f;
    public static final float E3 = 0.1666651964187622f;
    public static final float E4 = 0.041668396443128586f;
    public static final float E5 = 0.00836877804249525f;
    public static final float E6 = 0.0013814395060762763f;

    /** The lower bound of exp2's argument. */
    public static final float EXP2_MIN = -126f;

    /** {@code 2^r = 1 + T1·r + T2·r² + …} for |r| ≤ 1/2; relative error 2e-9 before rounding. */
    public static final float T1 = 0.6931471824645996f;
    public static final float T2 = 0.24022647738456726f;
    public static final float T3 = 0.055503323674201965f;
    public static final float T4 = 0.009618437848985195f;
    public static final float T5 = 0.0013398866867646575f;
    public static final float T6 = 0.00015353327034972608f;

    /**
     * {@code Φ(−|x|) = exp(−x²/2)·t·(P1 + P2·t + …)}, {@code t = 1/(1 + P·|x|)}, Φ being the normal distribution
     * function: the form of Abramowitz and Stegun 7.1.26. GELU's absolute error by it is 3.4e-9 before rounding.
     */
    public static final float P = 0.28f;
    public static final float P1 = 0.11710905283689499f;
    public static final float P2 = 0.06379111111164093f;
    public static final float P3 = 0.2781832218170166f;
    public static final float P4 = -0.24851907789707184f;
    public static final float P5 = 0.39699071645736694f;
    public static final float P6 = -0.10755506902933121f;
}
