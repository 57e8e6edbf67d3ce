package app.partita.demo;

/** White noise from a 64-bit shift register, the same for the same seed. */
final class Noise implements Voice {

    private long state;

    Noise(long seed) {
        state = seed * 0x9E3779B97F4A7C15L | 1;
    }

    @Override
    public double next() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return (state >> 11) * 0x1p-52;
    }
}
