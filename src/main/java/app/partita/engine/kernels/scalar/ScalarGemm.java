package app.partita.engine.kernels.scalar;

import app.partita.engine.kernels.GemmKernel;

/** The matrix product as it is written in a textbook. */
final class ScalarGemm implements GemmKernel {

    private static final int ROWS = 4;
    private static final int COLUMNS = 16;

    @Override
    public int rows() {
        return ROWS;
    }

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void multiply(int depth, float[] a, int aOffset, float[] b, int bOffset, int bStride,
                         float[] c, int cOffset, int cStride, boolean accumulate) {
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                float sum = 0f;
                for (int k = 0; k < depth; k++) {
                    sum = Math.fma(a[aOffset + k * ROWS + row], b[bOffset + k * bStride + column], sum);
                }
                int at = cOffset + row * cStride + column;
                c[at] = accumulate ? c[at] + sum : sum;
            }
        }
    }
}
