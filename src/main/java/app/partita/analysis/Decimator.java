package app.partita.analysis;

/** Keeps every so manyth sample of a signal, below a low-pass that nothing folds back through. */
final class Decimator {

    private static final int ZEROS = 12;

    private final int factor;
    private final float[] kernel;
    private final float[] recent;
    private int at;
    private int phase;

    Decimator(int factor) {
        this.factor = factor;
        kernel = new float[2 * ZEROS * factor + 1];
        recent = new float[kernel.length];
        double sum = 0;
        for (int i = 0; i < kernel.length; i++) {
            double x = (i - ZEROS * factor) / (factor / 0.9);
            double window = 0.5 + 0.5 * Math.cos(Math.PI * (i - ZEROS * factor) / (ZEROS * factor));
            kernel[i] = (float) (window * (x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)));
            sum += kernel[i];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= (float) sum;
        }
    }

    /** Writes what is kept of {@code frames} samples to the beginning of {@code out}; tells how many these are. */
    int decimate(float[] in, int frames, float[] out) {
        int kept = 0;
        for (int i = 0; i < frames; i++) {
            recent[at] = in[i];
            at = at + 1 == recent.length ? 0 : at + 1;
            if (++phase == factor) {
                phase = 0;
                out[kept++] = filtered();
            }
        }
        return kept;
    }

    private float filtered() {
        float sum = 0;
        int older = recent.length - at;
        for (int i = 0; i < older; i++) {
            sum += kernel[i] * recent[at + i];
        }
        for (int i = older; i < kernel.length; i++) {
            sum += kernel[i] * recent[i - older];
        }
        return sum;
    }
}
