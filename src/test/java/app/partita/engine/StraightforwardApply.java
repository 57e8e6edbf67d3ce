package app.partita.engine;

import app.partita.engine.SeparationEngine.Layout;

/** The reference's way of applying a network to a whole song, written down plainly over arrays, as an oracle. */
final class StraightforwardApply {

    private StraightforwardApply() {
    }

    /** Each stem of an interleaved stereo song, interleaved. */
    static double[][] apply(FakeNetwork network, float[] song, Normalisation normalisation, Layout layout) {
        var mean = new double[FakeNetwork.STEMS.size()][song.length];
        for (int lead : layout.leads()) {
            var padded = new double[lead * 2 + song.length];
            for (int i = 0; i < song.length; i++) {
                padded[lead * 2 + i] = (song[i] - normalisation.mean()) / normalisation.scale();
            }
            double[][] run = split(network, padded, layout);
            for (int stem = 0; stem < mean.length; stem++) {
                for (int i = 0; i < song.length; i++) {
                    double value = run[stem][lead * 2 + i] * normalisation.scale() + normalisation.mean();
                    mean[stem][i] += value / layout.leads().length;
                }
            }
        }
        return mean;
    }

    private static double[][] split(FakeNetwork network, double[] song, Layout layout) {
        int segment = network.spec().segmentFrames();
        int stride = Math.max(1, (int) ((1 - layout.overlap()) * segment));
        int length = song.length / 2;
        var sums = new double[FakeNetwork.STEMS.size()][song.length];
        var weights = new double[length];
        for (int offset = 0; offset < length; offset += stride) {
            int frames = Math.min(segment, length - offset);
            int trim = (segment - frames) / 2;
            var input = new float[2 * segment];
            for (int i = 0; i < segment; i++) {
                int from = offset - trim + i;
                if (from >= 0 && from < length) {
                    input[i] = (float) song[2 * from];
                    input[segment + i] = (float) song[2 * from + 1];
                }
            }
            var output = new float[sums.length * 2 * segment];
            network.separate(input, output, _ -> { }, () -> false);
            for (int i = 0; i < frames; i++) {
                double rise = Math.min(i + 1, segment - i) / (double) (segment - segment / 2);
                double weight = Math.pow(rise, layout.transitionPower());
                weights[offset + i] += weight;
                for (int row = 0; row < sums.length * 2; row++) {
                    sums[row / 2][2 * (offset + i) + row % 2] += weight * output[row * segment + trim + i];
                }
            }
        }
        for (double[] stem : sums) {
            for (int i = 0; i < stem.length; i++) {
                stem[i] /= weights[i / 2];
            }
        }
        return sums;
    }
}
