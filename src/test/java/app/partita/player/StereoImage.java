package app.partita.player;

/** Whether two channels lie as they should. */
final class StereoImage {

    private static final int SIZE = 2048;

    private StereoImage() {
    }

    /**
     * The cosine of how far the phase between {@code left} and {@code −right}, delayed by {@code delay} frames, is from
     * what that delay makes of it: the mean over short stretches from frame {@code from} on and tones from 100 Hz to
     * 10 kHz, weighed by power. 1 if the image is kept, near 0 if it is lost.
     */
    static double phaseCosine(float[] left, float[] right, int from, double delay) {
        double kept = 0;
        double all = 0;
        for (int start = from; start + SIZE <= left.length; start += 8 * SIZE) {
            for (int bin = 5; bin < 464; bin += 9) {
                double lre = 0;
                double lim = 0;
                double rre = 0;
                double rim = 0;
                for (int i = 0; i < SIZE; i++) {
                    double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / SIZE);
                    double c = window * Math.cos(2 * Math.PI * bin * i / SIZE);
                    double s = -window * Math.sin(2 * Math.PI * bin * i / SIZE);
                    lre += left[start + i] * c;
                    lim += left[start + i] * s;
                    rre -= right[start + i] * c;
                    rim -= right[start + i] * s;
                }
                double angle = Math.atan2(lim * rre - lre * rim, lre * rre + lim * rim)
                        - 2 * Math.PI * bin * delay / SIZE;
                double weight = Math.hypot(lre, lim) * Math.hypot(rre, rim);
                kept += weight * Math.cos(angle);
                all += weight;
            }
        }
        return kept / all;
    }
}
