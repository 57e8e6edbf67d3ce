package app.partita.engine.htdemucs;

import app.partita.engine.tensor.Tensor;

/** Brings our tensors into upstream's order. */
final class Stages {

    private Stages() {
    }

    /** Channels, rows, columns, without padding. */
    static float[] dense(Tensor x) {
        float[] numbers = new float[x.channels() * x.rows() * x.columns()];
        int to = 0;
        for (int channel = 0; channel < x.channels(); channel++) {
            for (int row = 0; row < x.rows(); row++, to += x.columns()) {
                System.arraycopy(x.data(), x.at(channel, row), numbers, to, x.columns());
            }
        }
        return numbers;
    }

    /** Tokens, channels; tokens in the order n = frame·bins + bin, ours being n = bin·frames + frame. */
    static float[] tokens(Tensor x, int bins) {
        int frames = x.columns() / bins;
        float[] numbers = new float[x.columns() * x.channels()];
        for (int frame = 0; frame < frames; frame++) {
            for (int bin = 0; bin < bins; bin++) {
                for (int channel = 0; channel < x.channels(); channel++) {
                    numbers[(frame * bins + bin) * x.channels() + channel] =
                            x.data()[x.at(channel, 0) + bin * frames + frame];
                }
            }
        }
        return numbers;
    }
}
