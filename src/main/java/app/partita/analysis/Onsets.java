package app.partita.analysis;

import be.tarsos.dsp.AudioEvent;
import be.tarsos.dsp.io.TarsosDSPAudioFormat;
import be.tarsos.dsp.onsets.ComplexOnsetDetector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds where sounds begin, by TarsosDSP's complex-domain detector, in a signal that is fed block by block. */
final class Onsets {

    private static final double WINDOW_SECONDS = 0.03;
    private static final double THRESHOLD = 0.4;
    private static final double LEAST_GAP_SECONDS = 0.03;
    private static final double SILENCE_DB = -70;

    /** The detector tells of an onset when the hops after it have been heard. */
    private static final double HOPS_LATE = 2;

    private final List<Onset> found = new ArrayList<>();
    private final float[] window;
    private final int hop;
    private final AudioEvent event;
    private final ComplexOnsetDetector detector;
    private int filled;
    private long frame;

    Onsets(double sampleRate) {
        int size = Integer.highestOneBit((int) (WINDOW_SECONDS * sampleRate));
        hop = size / 2;
        window = new float[size];
        event = new AudioEvent(new TarsosDSPAudioFormat((float) sampleRate, 16, 1, true, false));
        detector = new ComplexOnsetDetector(size, THRESHOLD, LEAST_GAP_SECONDS, SILENCE_DB);
        double late = HOPS_LATE * hop / sampleRate;
        detector.setHandler((seconds, strength) -> found.add(new Onset(seconds - late, strength)));
    }

    void hear(float[] mono, int frames) {
        for (int i = 0; i < frames; i++) {
            window[filled++] = mono[i];
            if (filled == window.length) {
                event.setFloatBuffer(window);
                event.setBytesProcessed(frame * Short.BYTES);
                detector.process(event);
                System.arraycopy(window, hop, window, 0, filled - hop);
                filled -= hop;
                frame += hop;
            }
        }
    }

    /** Those found so far, in order. */
    List<Onset> found() {
        return Collections.unmodifiableList(found);
    }
}
