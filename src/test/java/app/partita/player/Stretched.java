package app.partita.player;

import java.util.function.LongToDoubleFunction;

/** A signal, one function of the frame number a channel, on its way through a stretcher. */
final class Stretched {

    static final int RATE = 44_100;

    final TimeStretch stretch;
    private final LongToDoubleFunction[] channels;
    private long fed;

    Stretched(double tempo, double semitones, LongToDoubleFunction... channels) {
        this.channels = channels;
        stretch = new TimeStretch(channels.length, RATE);
        stretch.tempo(tempo);
        stretch.semitones(semitones);
    }

    /** The next frames, a plane a channel. */
    float[][] read(int frames) {
        float[] interleaved = new float[frames * channels.length];
        readInto(interleaved, frames);
        float[][] planes = new float[channels.length][frames];
        for (int i = 0; i < interleaved.length; i++) {
            planes[i % channels.length][i / channels.length] = interleaved[i];
        }
        return planes;
    }

    void readInto(float[] interleaved, int frames) {
        stretch.read(this::feed, interleaved, frames);
    }

    private void feed(float[] interleaved, int frames) {
        for (int i = 0; i < frames; i++, fed++) {
            for (int channel = 0; channel < channels.length; channel++) {
                interleaved[i * channels.length + channel] = (float) channels[channel].applyAsDouble(fed);
            }
        }
    }

    long fed() {
        return fed;
    }

    static LongToDoubleFunction sine(double hertz, double amplitude) {
        return frame -> amplitude * Math.sin(2 * Math.PI * hertz / RATE * frame);
    }

    /** Evenly distributed noise below ±0.3, another one for each seed: the same value whenever a frame is asked for. */
    static LongToDoubleFunction noise(long seed) {
        return frame -> {
            long bits = (frame + seed * 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
            bits = (bits ^ bits >>> 29) * 0x94D049BB133111EBL;
            return (bits >> 40) / (double) (1 << 23) * 0.3;
        };
    }
}
