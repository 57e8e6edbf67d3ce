package app.partita.analysis;

/** The mean of all channels, in blocks. */
final class MonoMix {

    static final int BLOCK = 4096;

    private final int channels;
    private final float[] mono = new float[BLOCK];

    MonoMix(int channels) {
        this.channels = channels;
    }

    /** Who hears the mix. */
    @FunctionalInterface
    interface Listener {

        void hear(float[] mono, int frames);
    }

    /** Mixes {@code frames} interleaved frames from index {@code offset} (in floats). */
    void mix(float[] interleaved, int offset, int frames, Listener listener) {
        for (int done = 0; done < frames;) {
            int part = Math.min(BLOCK, frames - done);
            for (int i = 0; i < part; i++) {
                float sum = 0;
                for (int channel = 0; channel < channels; channel++) {
                    sum += interleaved[offset + (done + i) * channels + channel];
                }
                mono[i] = sum / channels;
            }
            listener.hear(mono, part);
            done += part;
        }
    }
}
