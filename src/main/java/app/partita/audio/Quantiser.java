package app.partita.audio;

import java.nio.ByteBuffer;

/**
 * Floats to little-endian samples of 16 or 24 bits, or floats as they are.
 *
 * <p>Integers are rounded to the nearest, without dither; full scale is 2^(bits−1), so that integers that became
 * floats come back as they were. What is beyond full scale is cut and counted; what is no number becomes silence.
 */
final class Quantiser {

    private final int bits;
    private long clipped;
    private float peak;

    private Quantiser(int bits) {
        this.bits = bits;
    }

    static Quantiser int16() {
        return new Quantiser(16);
    }

    static Quantiser int24() {
        return new Quantiser(24);
    }

    /** Cuts nothing. */
    static Quantiser float32() {
        return new Quantiser(32);
    }

    int bytesPerSample() {
        return bits / 8;
    }

    ClipReport report() {
        return new ClipReport(clipped, peak);
    }

    /** Appends samples to a little-endian buffer. */
    void put(float[] samples, int offset, int count, ByteBuffer target) {
        for (int i = offset; i < offset + count; i++) {
            float sample = Float.isFinite(samples[i]) ? samples[i] : 0;
            peak = Math.max(peak, Math.abs(sample));
            switch (bits) {
                case 16 -> target.putShort((short) quantise(sample));
                case 24 -> {
                    int value = quantise(sample);
                    target.putShort((short) value);
                    target.put((byte) (value >> 16));
                }
                default -> target.putFloat(sample);
            }
        }
    }

    private int quantise(float sample) {
        if (Math.abs(sample) > 1) {
            clipped++;
        }
        // Exact: a float times a power of two, and rint in double.
        double value = Math.rint((double) sample * (1 << bits - 1));
        int top = (1 << bits - 1) - 1;
        return (int) Math.clamp(value, -top - 1, top);
    }
}
