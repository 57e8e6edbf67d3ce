package app.partita.engine.kernels.scalar;

import app.partita.engine.kernels.Fourier;

/** Signal after signal. */
final class ScalarFourier implements Fourier {

    @Override
    public void split(float[] re, float[] im, int first, int size, float[] cosine, float[] sine, int step) {
        int quarter = size / 4 * LANES;
        for (int j = 0; j < size / 4; j++) {
            for (int lane = 0; lane < LANES; lane++) {
                int a = (first + j) * LANES + lane;
                int b = a + quarter;
                int c = b + quarter;
                int d = c + quarter;
                float sumRe = re[a] + re[c];
                float sumIm = im[a] + im[c];
                float differenceRe = re[a] - re[c];
                float differenceIm = im[a] - im[c];
                float oddRe = re[b] + re[d];
                float oddIm = im[b] + im[d];
                float turnedRe = im[b] - im[d];
                float turnedIm = re[d] - re[b];
                re[a] = sumRe + oddRe;
                im[a] = sumIm + oddIm;
                turn(re, im, b, differenceRe + turnedRe, differenceIm + turnedIm, cosine[j * step], sine[j * step]);
                turn(re, im, c, sumRe - oddRe, sumIm - oddIm, cosine[2 * j * step], sine[2 * j * step]);
                turn(re, im, d, differenceRe - turnedRe, differenceIm - turnedIm,
                        cosine[3 * j * step], sine[3 * j * step]);
            }
        }
    }

    /** Times {@code cosine − i·sine}. */
    private static void turn(float[] re, float[] im, int at, float x, float y, float cosine, float sine) {
        re[at] = Math.fma(x, cosine, y * sine);
        im[at] = Math.fma(y, cosine, x * -sine);
    }

    @Override
    public void join(float[] re, float[] im, int first, int size, float[] cosine, float[] sine, int step) {
        int quarter = size / 4 * LANES;
        for (int j = 0; j < size / 4; j++) {
            for (int lane = 0; lane < LANES; lane++) {
                int a = (first + j) * LANES + lane;
                int b = a + quarter;
                int c = b + quarter;
                int d = c + quarter;
                turn(re, im, b, re[b], im[b], cosine[j * step], -sine[j * step]);
                turn(re, im, c, re[c], im[c], cosine[2 * j * step], -sine[2 * j * step]);
                turn(re, im, d, re[d], im[d], cosine[3 * j * step], -sine[3 * j * step]);
                float sumRe = re[a] + re[c];
                float sumIm = im[a] + im[c];
                float differenceRe = re[a] - re[c];
                float differenceIm = im[a] - im[c];
                float oddRe = re[b] + re[d];
                float oddIm = im[b] + im[d];
                float turnedRe = im[d] - im[b];
                float turnedIm = re[b] - re[d];
                re[a] = sumRe + oddRe;
                im[a] = sumIm + oddIm;
                re[b] = differenceRe + turnedRe;
                im[b] = differenceIm + turnedIm;
                re[c] = sumRe - oddRe;
                im[c] = sumIm - oddIm;
                re[d] = differenceRe - turnedRe;
                im[d] = differenceIm - turnedIm;
            }
        }
    }

    @Override
    public void pair(float[] re, float[] im, int first) {
        for (int a = first * LANES; a < (first + 1) * LANES; a++) {
            int b = a + LANES;
            float differenceRe = re[a] - re[b];
            float differenceIm = im[a] - im[b];
            re[a] += re[b];
            im[a] += im[b];
            re[b] = differenceRe;
            im[b] = differenceIm;
        }
    }

    @Override
    public void weave(float[] x, int[] from, float mul, float add, float[] re, float[] im, int low, int high) {
        for (int lane = 0; lane < LANES; lane++) {
            float leftRe = Math.fma(x[from[0] + lane], mul, add);
            float leftIm = Math.fma(x[from[1] + lane], mul, add);
            float rightRe = Math.fma(x[from[2] + lane], mul, add);
            float rightIm = Math.fma(x[from[3] + lane], mul, add);
            re[low * LANES + lane] = leftRe - rightIm;
            im[low * LANES + lane] = leftIm + rightRe;
            re[high * LANES + lane] = leftRe + rightIm;
            im[high * LANES + lane] = rightRe - leftIm;
        }
    }

    @Override
    public void unweave(float[] re, float[] im, int low, int high, float factor, float[] x, int[] to) {
        float half = 0.5f * factor;
        for (int lane = 0; lane < LANES; lane++) {
            int l = low * LANES + lane;
            int h = high * LANES + lane;
            x[to[0] + lane] = (re[l] + re[h]) * half;
            x[to[1] + lane] = (im[l] - im[h]) * half;
            x[to[2] + lane] = (im[l] + im[h]) * half;
            x[to[3] + lane] = (re[h] - re[l]) * half;
        }
    }
}
