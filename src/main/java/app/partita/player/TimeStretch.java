package app.partita.player;

/** Stand-in until the stretcher is there: passes everything through. */
public final class TimeStretch {

    private final int channels;
    private double consumed;

    /** What is to be stretched. */
    @FunctionalInterface
    public interface Input {

        /** Gives the next frames, always as many as asked for. */
        void read(float[] interleaved, int frames);
    }

    public TimeStretch(int channels, int sampleRate) {
        this.channels = channels;
    }

    /** @param factor 0.5 to 1.5 */
    public void tempo(double factor) { }

    /** @param shift −12 to 12 */
    public void semitones(double shift) { }

    /** Fills {@code out} from its start. */
    public void read(Input input, float[] out, int frames) {
        input.read(out, frames);
        consumed += frames;
    }

    /** How many frames of the input, since the reset, the output so far stands for. */
    public double consumed() {
        return consumed;
    }

    /** Forgets what it heard. */
    public void reset() {
        consumed = 0;
    }
}
