package app.partita.audio.spectra;

/**
 * Divides the spectrum into rows as the ear does: equally high on the mel scale (O'Shaughnessy's formula), from 0 to
 * half the sample rate.
 */
final class MelRows {

    private static final double FACTOR = 1127;
    private static final double CORNER = 700;

    /** Where each row begins, in bins, and where the last one ends. */
    private final double[] edges;

    MelRows(int rows, int sampleRate) {
        edges = new double[rows + 1];
        double top = FACTOR * Math.log1p(sampleRate / 2.0 / CORNER);
        for (int row = 0; row <= rows; row++) {
            double hertz = CORNER * Math.expm1(top * row / rows / FACTOR);
            edges[row] = hertz / sampleRate * ShortSpectrum.SIZE;
        }
    }

    int count() {
        return edges.length - 1;
    }

    /** The highest power in a row; between two bins, if it is so low that none lies in it. */
    float strongest(float[] power, int row) {
        int from = (int) Math.ceil(edges[row]);
        int to = Math.min(ShortSpectrum.BINS, (int) Math.ceil(edges[row + 1]));
        if (from >= to) {
            double middle = (edges[row] + edges[row + 1]) / 2;
            int below = Math.min(ShortSpectrum.BINS - 1, (int) middle);
            int above = Math.min(ShortSpectrum.BINS - 1, below + 1);
            return (float) (power[below] + (middle - below) * (power[above] - power[below]));
        }
        float strongest = 0;
        for (int bin = from; bin < to; bin++) {
            strongest = Math.max(strongest, power[bin]);
        }
        return strongest;
    }
}
