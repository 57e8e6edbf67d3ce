package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.all;
import static app.partita.engine.kernels.simd.SimdMath.load;

import app.partita.engine.kernels.Fourier;
import jdk.incubator.vector.FloatVector;

/** Its speed comes from the signals' lying side by side: every step is on whole vectors, with roots that all share. */
final class SimdFourier implements Fourier {

    @Override
    public void split(float[] re, float[] im, int first, int size, float[] cosine, float[] sine, int step) {
        int quarter = size / 4 * LANES;
        for (int j = 0; j < size / 4; j++) {
            float cos1 = cosine[j * step];
            float sin1 = sine[j * step];
            float cos2 = cosine[2 * j * step];
            float sin2 = sine[2 * j * step];
            float cos3 = cosine[3 * j * step];
            float sin3 = sine[3 * j * step];
            int end = (first + j + 1) * LANES;
            for (int a = end - LANES; a < end; a += SimdMath.LANES) {
                int b = a + quarter;
                int c = b + quarter;
                int d = c + quarter;
                FloatVector aRe = load(re, a);
                FloatVector aIm = load(im, a);
                FloatVector bRe = load(re, b);
                FloatVector bIm = load(im, b);
                FloatVector cRe = load(re, c);
                FloatVector cIm = load(im, c);
                FloatVector dRe = load(re, d);
                FloatVector dIm = load(im, d);
                FloatVector sumRe = aRe.add(cRe);
                FloatVector sumIm = aIm.add(cIm);
                FloatVector differenceRe = aRe.sub(cRe);
                FloatVector differenceIm = aIm.sub(cIm);
                FloatVector oddRe = bRe.add(dRe);
                FloatVector oddIm = bIm.add(dIm);
                FloatVector turnedRe = bIm.sub(dIm);
                FloatVector turnedIm = dRe.sub(bRe);
                sumRe.add(oddRe).intoArray(re, a);
                sumIm.add(oddIm).intoArray(im, a);
                FloatVector x1 = differenceRe.add(turnedRe);
                FloatVector y1 = differenceIm.add(turnedIm);
                x1.fma(all(cos1), y1.mul(sin1)).intoArray(re, b);
                y1.fma(all(cos1), x1.mul(-sin1)).intoArray(im, b);
                FloatVector x2 = sumRe.sub(oddRe);
                FloatVector y2 = sumIm.sub(oddIm);
                x2.fma(all(cos2), y2.mul(sin2)).intoArray(re, c);
                y2.fma(all(cos2), x2.mul(-sin2)).intoArray(im, c);
                FloatVector x3 = differenceRe.sub(turnedRe);
                FloatVector y3 = differenceIm.sub(turnedIm);
                x3.fma(all(cos3), y3.mul(sin3)).intoArray(re, d);
                y3.fma(all(cos3), x3.mul(-sin3)).intoArray(im, d);
            }
        }
    }

    @Override
    public void join(float[] re, float[] im, int first, int size, float[] cosine, float[] sine, int step) {
        int quarter = size / 4 * LANES;
        for (int j = 0; j < size / 4; j++) {
            float cos1 = cosine[j * step];
            float sin1 = sine[j * step];
            float cos2 = cosine[2 * j * step];
            float sin2 = sine[2 * j * step];
            float cos3 = cosine[3 * j * step];
            float sin3 = sine[3 * j * step];
            int end = (first + j + 1) * LANES;
            for (int a = end - LANES; a < end; a += SimdMath.LANES) {
                int b = a + quarter;
                int c = b + quarter;
                int d = c + quarter;
                FloatVector x1 = load(re, b);
                FloatVector y1 = load(im, b);
                FloatVector bRe = x1.fma(all(cos1), y1.mul(-sin1));
                FloatVector bIm = y1.fma(all(cos1), x1.mul(sin1));
                FloatVector x2 = load(re, c);
                FloatVector y2 = load(im, c);
                FloatVector cRe = x2.fma(all(cos2), y2.mul(-sin2));
                FloatVector cIm = y2.fma(all(cos2), x2.mul(sin2));
                FloatVector x3 = load(re, d);
                FloatVector y3 = load(im, d);
                FloatVector dRe = x3.fma(all(cos3), y3.mul(-sin3));
                FloatVector dIm = y3.fma(all(cos3), x3.mul(sin3));
                FloatVector aRe = load(re, a);
                FloatVector aIm = load(im, a);
                FloatVector sumRe = aRe.add(cRe);
                FloatVector sumIm = aIm.add(cIm);
                FloatVector differenceRe = aRe.sub(cRe);
                FloatVector differenceIm = aIm.sub(cIm);
                FloatVector oddRe = bRe.add(dRe);
                FloatVector oddIm = bIm.add(dIm);
                FloatVector turnedRe = dIm.sub(bIm);
                FloatVector turnedIm = bRe.sub(dRe);
                sumRe.add(oddRe).intoArray(re, a);
                sumIm.add(oddIm).intoArray(im, a);
                differenceRe.add(turnedRe).intoArray(re, b);
                differenceIm.add(turnedIm).intoArray(im, b);
                sumRe.sub(oddRe).intoArray(re, c);
                sumIm.sub(oddIm).intoArray(im, c);
                differenceRe.sub(turnedRe).intoArray(re, d);
                differenceIm.sub(turnedIm).intoArray(im, d);
            }
        }
    }

    @Override
    public void pair(float[] re, float[] im, int first) {
        for (int a = first * LANES; a < (first + 1) * LANES; a += SimdMath.LANES) {
            int b = a + LANES;
            FloatVector aRe = load(re, a);
            FloatVector aIm = load(im, a);
            FloatVector bRe = load(re, b);
            FloatVector bIm = load(im, b);
            aRe.add(bRe).intoArray(re, a);
            aIm.add(bIm).intoArray(im, a);
            aRe.sub(bRe).intoArray(re, b);
            aIm.sub(bIm).intoArray(im, b);
        }
    }

    @Override
    public void weave(float[] x, int[] from, float mul, float add, float[] re, float[] im, int low, int high) {
        for (int lane = 0; lane < LANES; lane += SimdMath.LANES) {
            FloatVector leftRe = load(x, from[0] + lane).fma(all(mul), all(add));
            FloatVector leftIm = load(x, from[1] + lane).fma(all(mul), all(add));
            FloatVector rightRe = load(x, from[2] + lane).fma(all(mul), all(add));
            FloatVector rightIm = load(x, from[3] + lane).fma(all(mul), all(add));
            leftRe.sub(rightIm).intoArray(re, low * LANES + lane);
            leftIm.add(rightRe).intoArray(im, low * LANES + lane);
            leftRe.add(rightIm).intoArray(re, high * LANES + lane);
            rightRe.sub(leftIm).intoArray(im, high * LANES + lane);
        }
    }

    @Override
    public void unweave(float[] re, float[] im, int low, int high, float factor, float[] x, int[] to) {
        float half = 0.5f * factor;
        for (int lane = 0; lane < LANES; lane += SimdMath.LANES) {
            FloatVector lowRe = load(re, low * LANES + lane);
            FloatVector lowIm = load(im, low * LANES + lane);
            FloatVector highRe = load(re, high * LANES + lane);
            FloatVector highIm = load(im, high * LANES + lane);
            lowRe.add(highRe).mul(half).intoArray(x, to[0] + lane);
            lowIm.sub(highIm).mul(half).intoArray(x, to[1] + lane);
            lowIm.add(highIm).mul(half).intoArray(x, to[2] + lane);
            highRe.sub(lowRe).mul(half).intoArray(x, to[3] + lane);
        }
    }
}
