package app.partita.engine.kernels.scalar;

import app.partita.engine.kernels.TokenKernels;

/** Column after column. */
final class ScalarTokenKernels implements TokenKernels {

    @Override
    public void layerNorm(float[] x, int xo, int xStride, int rows, int columns, float[] weight, float[] bias,
                          float epsilon, float[] dst, int d, int dStride) {
        for (int column = 0; column < columns; column++) {
            float sum = 0f;
            for (int block = 0; block < rows; block += BLOCK) {
                float part = 0f;
                for (int row = block; row < Math.min(block + BLOCK, rows); row++) {
                    part += x[xo + row * xStride + column];
                }
                sum += part;
            }
            float mean = sum / rows;
            float squares = 0f;
            for (int block = 0; block < rows; block += BLOCK) {
                float part = 0f;
                for (int row = block; row < Math.min(block + BLOCK, rows); row++) {
                    float centred = x[xo + row * xStride + column] - mean;
                    part = Math.fma(centred, centred, part);
                }
                squares += part;
            }
            float factor = 1f / (float) Math.sqrt(squares / rows + epsilon);
            for (int row = 0; row < rows; row++) {
                float centred = x[xo + row * xStride + column] - mean;
                dst[d + row * dStride + column] = Math.fma(centred * factor, weight[row], bias[row]);
            }
        }
    }

    @Override
    public void softmax(float[] scores, int offset, int keys, int columns,
                        float[] max, float[] sum, float[] correction) {
        for (int column = 0; column < columns; column++) {
            float highest = max[column];
            for (int key = 0; key < keys; key++) {
                float score = scores[offset + key * columns + column];
                highest = score > highest ? score : highest;
            }
            float total = 0f;
            for (int key = 0; key < keys; key++) {
                int at = offset + key * columns + column;
                scores[at] = ScalarMath.exp2(scores[at] - highest);
                total += scores[at];
            }
            correction[column] = ScalarMath.exp2(max[column] - highest);
            sum[column] = Math.fma(sum[column], correction[column], total);
            max[column] = highest;
        }
    }

    @Override
    public void scaleColumns(float[] x, int offset, int rows, int columns, float[] factor) {
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                x[offset + row * columns + column] *= factor[column];
            }
        }
    }
}
