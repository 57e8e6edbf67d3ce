package app.partita.player.stretch;

/**
 * Takes grains of a signal from one place after another and turns their phases so that they go on from each other
 * where they are laid a fixed hop apart: a phase vocoder with phases locked to the peaks of the spectrum (Puckette,
 * "Phase-locked vocoder", 1995; Laroche and Dolson, "Improved phase vocoder time-scale modification of audio", 1999).
 *
 * <p>Each bin is turned by one angle for all channels, so that the phases between the channels stay. How the angle goes
 * on is measured from the signal itself: the grain one hop before the new place is held against the grain laid last.
 * They are compared by the sum over the channels of their cross-spectra, which, unlike that of the channels' mean, does
 * not vanish where channels are opposed. Where the new place is one hop after the last the two are the same grain, and
 * the angle stays: an unstretched signal comes out as it went in.
 */
final class PhaseVocoder {

    /** Grains overlap fourfold. */
    static final int OVERLAP = 4;

    /** The sum of the squares of four Hann windows a quarter of their length apart. */
    private static final float SQUARES = 1.5f;

    /** A peak belongs to an attack if its power is this many times what was there before. */
    private static final float RISE = 4;

    private final int size;
    private final int hop;
    private final Fft fft;
    private final float[] analysisWindow;
    private final float[] synthesisWindow;
    private final float[] power;
    private final float[] quiet;
    private final Peaks peaks;
    private final Spectrum reference;
    private final float[] workRe;
    private final float[] workIm;
    private Spectrum grain;
    private Spectrum lastGrain;
    private Turns turns;
    private Turns lastTurns;
    private long place;

    /** @param size frames of a grain, a power of two */
    PhaseVocoder(int channels, int size) {
        this.size = size;
        hop = size / OVERLAP;
        fft = new Fft(size);
        analysisWindow = new float[size];
        synthesisWindow = new float[size];
        for (int i = 0; i < size; i++) {
            double hann = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
            analysisWindow[i] = (float) hann;
            synthesisWindow[i] = (float) (hann / SQUARES / size);
        }
        power = new float[size / 2 + 1];
        quiet = new float[size / 2 + 1];
        peaks = new Peaks(power.length);
        reference = new Spectrum(channels, size);
        workRe = new float[size];
        workIm = new float[size];
        grain = new Spectrum(channels, size);
        lastGrain = new Spectrum(channels, size);
        turns = new Turns(size);
        lastTurns = new Turns(size);
    }

    /** The share that a grain has in its own frame {@code i}, of 1 that overlapping grains have in all. */
    float share(int i) {
        return analysisWindow[i] * synthesisWindow[i] * size;
    }

    /** Takes the grain centred at a frame as it is. */
    void take(SlidingFrames signal, long centre) {
        turns.release();
        grain.analyse(signal, centre, analysisWindow, fft);
        place = centre;
    }

    /** Takes the grain centred at a frame and turns it so that it goes on from the one taken last. */
    void takeNext(SlidingFrames signal, long centre) {
        exchange();
        grain.analyse(signal, centre, analysisWindow, fft);
        if (centre == place + hop) {
            turns.copy(lastTurns);
        } else {
            reference.analyse(signal, centre - hop, analysisWindow, fft);
            goOn();
        }
        place = centre;
    }

    /** As {@link #takeNext}, but what begins at frame {@code attack} keeps the phases it has, so that it stays sharp. */
    void takeAttack(SlidingFrames signal, long centre, long attack) {
        takeNext(signal, centre);
        reference.analyse(signal, attack - size / 2, analysisWindow, fft);
        reference.power(quiet);
        reference.analyse(signal, attack, analysisWindow, fft);
        reference.power(power);
        peaks.find(power);
        for (int i = 0; i < peaks.count(); i++) {
            if (power[peaks.bin(i)] > RISE * highest(quiet, peaks.bin(i))) {
                turns.release(peaks.from(i), peaks.to(i));
            }
        }
    }

    /** Adds the grain taken last to one grain's length of each channel. */
    void addTo(float[][] sum) {
        grain.synthesise(turns, synthesisWindow, fft, workRe, workIm, sum);
    }

    private void exchange() {
        Spectrum spectrum = grain;
        grain = lastGrain;
        lastGrain = spectrum;
        Turns taken = turns;
        turns = lastTurns;
        lastTurns = taken;
    }

    private void goOn() {
        grain.power(power);
        peaks.find(power);
        for (int i = 0; i < peaks.count(); i++) {
            int peak = peaks.bin(i);
            double re = 0;
            double im = 0;
            for (int bin = Math.max(0, peak - 1); bin <= Math.min(power.length - 1, peak + 1); bin++) {
                re += lastGrain.crossRe(reference, bin);
                im += lastGrain.crossIm(reference, bin);
            }
            turns.set(peaks.from(i), peaks.to(i), lastTurns, peak, re, im);
        }
    }

    private static float highest(float[] values, int around) {
        float highest = 0;
        for (int i = Math.max(0, around - 2); i <= Math.min(values.length - 1, around + 2); i++) {
            highest = Math.max(highest, values[i]);
        }
        return highest;
    }
}
