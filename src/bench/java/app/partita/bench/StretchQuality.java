package app.partita.bench;

import app.partita.player.TimeStretch;
import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd;
import be.tarsos.dsp.WaveformSimilarityBasedOverlapAdd.Parameters;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import java.util.Arrays;
import java.util.function.LongToDoubleFunction;

/**
 * How pure a tone and a chord stay at another tempo: our stretcher, and TarsosDSP's WSOLA on the same mono sound. Prints
 * the signal-to-noise ratio in dB after the best fitting sines are taken away.
 */
final class StretchQuality {

    private static final int RATE = 44_100;
    private static final int FRAMES = 3 * RATE;
    private static final double[] TONE = {440};
    private static final double[] CHORD = {220, 277.18, 329.63, 440};

    private StretchQuality() {
    }

    public static void main(String[] arguments) {
        System.out.println("tempo      tone: ours  WSOLA      chord: ours  WSOLA   (dB)");
        for (double tempo : new double[] {0.5, 0.75, 0.9, 1.1, 1.25, 1.5}) {
            System.out.printf("%5.2f %16.1f %6.1f %16.1f %6.1f%n", tempo,
                    purity(ours(sines(TONE), tempo), TONE), purity(wsola(sines(TONE), tempo), TONE),
                    purity(ours(sines(CHORD), tempo), CHORD), purity(wsola(sines(CHORD), tempo), CHORD));
        }
    }

    private static LongToDoubleFunction sines(double... hertz) {
        return frame -> Arrays.stream(hertz).map(f -> 0.2 * Math.sin(2 * Math.PI * f / RATE * frame)).sum();
    }

    private static float[] ours(LongToDoubleFunction signal, double tempo) {
        TimeStretch stretch = new TimeStretch(1, RATE);
        stretch.tempo(tempo);
        long[] at = {0};
        float[] out = new float[FRAMES];
        stretch.read((block, frames) -> {
            for (int i = 0; i < frames; i++) {
                block[i] = (float) signal.applyAsDouble(at[0]++);
            }
        }, out, FRAMES);
        return out;
    }

    private static float[] wsola(LongToDoubleFunction signal, double tempo) {
        var wsola = new WaveformSimilarityBasedOverlapAdd(Parameters.musicDefaults(tempo, RATE));
        AudioEvent event = new AudioEvent(new TarsosDSPAudioFormat(RATE, 16, 1, true, false));
        float[] out = new float[FRAMES];
        int size = wsola.getInputBufferSize();
        long from = 0;
        int done = 0;
        while (done < FRAMES) {
            float[] block = new float[size];
            for (int i = 0; i < size; i++) {
                block[i] = (float) signal.applyAsDouble(from + i);
            }
            event.setFloatBuffer(block);
            wsola.process(event);
            float[] stretched = event.getFloatBuffer();
            int part = Math.min(stretched.length, FRAMES - done);
            System.arraycopy(stretched, 0, out, done, part);
            done += part;
            from += size - wsola.getOverlap();
        }
        return out;
    }

    /** Of the last two seconds. */
    private static double purity(float[] sound, double[] hertz) {
        int unknowns = 2 * hertz.length;
        double[][] normal = new double[unknowns][unknowns + 1];
        double[] row = new double[unknowns];
        for (int n = RATE; n < FRAMES; n++) {
            fill(row, hertz, n);
            for (int i = 0; i < unknowns; i++) {
                for (int j = 0; j < unknowns; j++) {
                    normal[i][j] += row[i] * row[j];
                }
                normal[i][unknowns] += row[i] * sound[n];
            }
        }
        double[] fit = solve(normal);
        double power = 0;
        double noise = 0;
        for (int n = RATE; n < FRAMES; n++) {
            fill(row, hertz, n);
            double model = 0;
            for (int i = 0; i < unknowns; i++) {
                model += fit[i] * row[i];
            }
            power += model * model;
            noise += (sound[n] - model) * (sound[n] - model);
        }
        return 10 * Math.log10(power / noise);
    }

    private static void fill(double[] row, double[] hertz, int n) {
        for (int i = 0; i < hertz.length; i++) {
            row[2 * i] = Math.cos(2 * Math.PI * hertz[i] / RATE * n);
            row[2 * i + 1] = Math.sin(2 * Math.PI * hertz[i] / RATE * n);
        }
    }

    private static double[] solve(double[][] rows) {
        int unknowns = rows.length;
        for (int i = 0; i < unknowns; i++) {
            for (int j = 0; j < unknowns; j++) {
                double factor = rows[j][i] / rows[i][i];
                for (int k = i; j != i && k <= unknowns; k++) {
                    rows[j][k] -= factor * rows[i][k];
                }
            }
        }
        double[] solved = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            solved[i] = rows[i][unknowns] / rows[i][i];
        }
        return solved;
    }
}
