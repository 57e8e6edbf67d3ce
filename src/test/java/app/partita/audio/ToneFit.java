package app.partita.audio;

/**
 * The cosine of a known frequency that fits a sound best (least squares over its middle nine tenths), and what is left.
 *
 * @param delayFrames how much later than a cosine of phase 0 at frame 0, within half a period
 * @param residual    the rest, as the amplitude of a cosine of the same power, relative to the tone
 */
record ToneFit(double amplitude, double delayFrames, double residual) {

    static ToneFit of(float[] sound, double hertz, int rate) {
        int edge = sound.length / 20;
        int count = sound.length - 2 * edge;
        double step = 2 * Math.PI * hertz / rate;
        double cc = 0;
        double cs = 0;
        double ss = 0;
        double xc = 0;
        double xs = 0;
        for (int i = edge; i < edge + count; i++) {
            double c = Math.cos(step * i);
            double s = Math.sin(step * i);
            cc += c * c;
            cs += c * s;
            ss += s * s;
            xc += sound[i] * c;
            xs += sound[i] * s;
        }
        double det = cc * ss - cs * cs;
        double a = (xc * ss - xs * cs) / det;
        double b = (xs * cc - xc * cs) / det;
        double rest = 0;
        for (int i = edge; i < edge + count; i++) {
            double r = sound[i] - a * Math.cos(step * i) - b * Math.sin(step * i);
            rest += r * r;
        }
        double amplitude = Math.hypot(a, b);
        return new ToneFit(amplitude, Math.atan2(b, a) / step, Math.sqrt(2 * rest / count) / amplitude);
    }

    static double decibels(double ratio) {
        return 20 * Math.log10(ratio);
    }
}
