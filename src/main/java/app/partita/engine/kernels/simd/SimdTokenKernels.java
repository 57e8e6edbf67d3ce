package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.LANES;
import static app.partita.engine.kernels.simd.SimdMath.all;
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
            int from = offset + column;
            int to = from + keys * columns;
            FloatVector before = load(max, column);
            FloatVector highest = before;
            for (int at = from; at < to; at += columns) {
                highest = highest.max(load(scores, at));
            }
            FloatVector total = all(0f);
            for (int at = from; at < to; at += columns) {
                FloatVector weight = SimdMath.exp(load(scores, at).sub(highest));
                weight.intoArray(scores, at);
                total = total.add(weight);
            }
            FloatVector factor = SimdMath.exp(before.sub(highest));
            factor.intoArray(correction, column);
            load(sum, column).fma(factor, total).intoArray(sum, column);
            highest.intoArray(max, column);
        }
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
