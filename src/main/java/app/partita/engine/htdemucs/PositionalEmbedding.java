package app.partita.engine.htdemucs;

/**
 * Upstream's {@code create_sin_embedding} and {@code create_2d_sin_embedding}. Each step is rounded to single precision
 * as upstream does it: exact angles differ by up to 1e-4 late in a segment.
 */
final class PositionalEmbedding {

    private static final float MAX_PERIOD = 10000f;

    private PositionalEmbedding() {
    }

    /** {@code channels × tokens}: cosines, then sines, of the time. */
    static float[] alongTime(int channels, int tokens) {
        float[] embedding = new float[channels * tokens];
        int half = channels / 2;
        for (int i = 0; i < half; i++) {
            float exponent = (float) i / (half - 1);
            float divisor = (float) Math.pow(MAX_PERIOD, exponent);
            for (int t = 0; t < tokens; t++) {
                float phase = (float) t / divisor;
                embedding[i * tokens + t] = (float) Math.cos(phase);
                embedding[(half + i) * tokens + t] = (float) Math.sin(phase);
            }
        }
        return embedding;
    }

    /** {@code channels × (rows·columns)}: the first half of the channels tells the column, the second the row. */
    static float[] alongBoth(int channels, int rows, int columns) {
        if (channels % 4 != 0) {
            throw new IllegalArgumentException("the transformer's width must be a multiple of 4: " + channels);
        }
        int half = channels / 2;
        int tokens = rows * columns;
        float[] embedding = new float[channels * tokens];
        float step = (float) -(Math.log(MAX_PERIOD) / half);
        for (int i = 0; i < half / 2; i++) {
            float frequency = (float) Math.exp((float) (2 * i) * step);
            for (int row = 0; row < rows; row++) {
                for (int column = 0; column < columns; column++) {
                    int token = row * columns + column;
                    float columnAngle = column * frequency;
                    float rowAngle = row * frequency;
                    embedding[2 * i * tokens + token] = (float) Math.sin(columnAngle);
                    embedding[(2 * i + 1) * tokens + token] = (float) Math.cos(columnAngle);
                    embedding[(half + 2 * i) * tokens + token] = (float) Math.sin(rowAngle);
                    embedding[(half + 2 * i + 1) * tokens + token] = (float) Math.cos(rowAngle);
                }
            }
        }
        return embedding;
    }
}
