package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.LANES;
import static app.partita.engine.kernels.simd.SimdMath.all;
import static app.partita.engine.kernels.simd.SimdMath.larger;
import static app.partita.engine.kernels.simd.SimdMath.load;

import app.partita.engine.kernels.TokenKernels;
import jdk.incubator.vector.FloatVector;

/** A lane is a column, so no sum ever crosses lanes. */
final class SimdTokenKernels implements TokenKernels {

    @Override
    public void layerNorm(float[] x, int xo, int xStride, int rows, int columns, float[] weight, float[] bias,
                          float epsilon, float[] dst, int d, int dStride) {
        for (int column = 0; column < columns; column += LANES) {
            int from = xo + column;
            FloatVector mean = sum(x, from, xStride, rows).div(rows);
            FloatVector variance = squares(x, from, xStride, rows, mean).div(rows);
            FloatVector factor = all(1f).div(variance.add(epsilon).sqrt());
            int to = d + column;
            for (int row = 0; row < rows; row++) {
                load(x, from + row * xStride).sub(mean).mul(factor)
                        .fma(all(weight[row]), all(bias[row]))
                        .intoArray(dst, to + row * dStride);
            }
        }
    }

    private static FloatVector sum(float[] x, int from, int stride, int rows) {
        FloatVector sum = all(0f);
        for (int block = 0; block < rows; block += BLOCK) {
            int end = Math.min(block + BLOCK, rows);
            FloatVector part = all(0f);
            for (int row = block; row < end; row++) {
                part = part.add(load(x, from + row * stride));
            }
            sum = sum.add(part);
        }
        return sum;
    }

    private static FloatVector squares(float[] x, int from, int stride, int rows, FloatVector mean) {
        FloatVector sum = all(0f);
        for (int block = 0; block < rows; block += BLOCK) {
            int end = Math.min(block + BLOCK, rows);
            FloatVector part = all(0f);
            for (int row = block; row < end; row++) {
                FloatVector centred = load(x, from + row * stride).sub(mean);
                part = centred.fma(centred, part);
            }
            sum = sum.add(part);
        }
        return sum;
    }

    @Override
    public void softmax(float[] scores, int offset, int keys, int columns,
                        float[] max, float[] sum, float[] correction) {
        for (int column = 0; column < columns; column += LANES) {
            softmax(scores, offset + column, keys, columns, max, sum, correction, column);
        }
    }

    /** A vector's columns. Only arrays cross the border to {@link #raise}: vectors would be boxed at it. */
    private static void softmax(float[] scores, int from, int keys, int columns,
                                float[] max, float[] sum, float[] correction, int column) {
        load(max, column).intoArray(correction, column);
        raise(max, column, scores, from, keys, columns);
        FloatVector highest = load(max, column);
        FloatVector total = all(0f);
        for (int key = 0; key < keys; key++) {
            int at = from + key * columns;
            FloatVector weight = SimdMath.exp2(load(scores, at).sub(highest));
            weight.intoArray(scores, at);
            total = total.add(weight);
        }
        FloatVector factor = SimdMath.exp2(load(correction, column).sub(highest));
        factor.intoArray(correction, column);
        load(sum, column).fma(factor, total).intoArray(sum, column);
    }

    /** Raises the maxima to the highest scores, by four chains of comparisons: one would wait for itself. */
    private static void raise(float[] max, int column, float[] scores, int from, int keys, int columns) {
        FloatVector h0 = load(max, column);
        FloatVector h1 = h0;
        FloatVector h2 = h0;
        FloatVector h3 = h0;
        int key = 0;
        for (; key <= keys - 4; key += 4) {
            int at = from + key * columns;
            h0 = larger(h0, load(scores, at));
            h1 = larger(h1, load(scores, at + columns));
            h2 = larger(h2, load(scores, at + 2 * columns));
            h3 = larger(h3, load(scores, at + 3 * columns));
        }
        for (; key < keys; key++) {
            h0 = larger(h0, load(scores, from + key * columns));
        }
        larger(larger(h0, h1), larger(h2, h3)).intoArray(max, column);
    }

    @Override
    public void scaleColumns(float[] x, int offset, int rows, int columns, float[] factor) {
        for (int column = 0; column < columns; column += LANES) {
            FloatVector multiplier = load(factor, column);
            for (int row = 0; row < rows; row++) {
                int at = offset + row * columns + column;
                load(x, at).mul(multiplier).intoArray(x, at);
            }
        }
    }
}
