package app.partita.player.stretch;

/**
 * Reads a signal at another rate, which may change from frame to frame, through a sinc kernel below a Kaiser window
 * (Smith and Gossett, "A flexible sampling-rate conversion method", 1984). At ratio 1 the frames pass untouched; into
 * and out of it, and from ratio to ratio, it glides within some milliseconds. Nothing is allocated after construction.
 */
public final class SincResampler {

    /** Zeros of the kernel on each side. */
    private static final int ZEROS = 48;

    /** Entries of the table between two zeros; what linear interpolation between them errs is below −100 dB. */
    private static final int STEPS = 512;

    /** The Kaiser window's shape: side lobes below −90 dB. */
    private static final double BETA = 9;

    /** Where the kernel is 6 dB down, as a part of the lower Nyquist frequency: it is closed at 1. */
    private static final double CUTOFF = 0.94;

    /** The highest ratio. */
    static final double HIGHEST = 2;

    /** Frames before and after a place that the kernel may reach to. */
    static final int REACH = (int) Math.ceil(ZEROS * HIGHEST / CUTOFF) + 2;

    private static final double GLIDE_SECONDS = 0.01;

    private final float[] table = kernel();
    private final float[] weights = new float[2 * REACH];
    private final double glide;
    private double target = 1;
    private double ratio = 1;
    private double cutoff = 1;
    private long whole;
    private double fraction;

    public SincResampler(int sampleRate) {
        glide = 1 / (GLIDE_SECONDS * sampleRate);
    }

    private static float[] kernel() {
        float[] table = new float[ZEROS * STEPS + 2];
        table[0] = 1;
        for (int i = 1; i < ZEROS * STEPS; i++) {
            double x = (double) i / STEPS;
            double window = bessel(BETA * Math.sqrt(1 - (x / ZEROS) * (x / ZEROS))) / bessel(BETA);
            table[i] = (float) (Math.sin(Math.PI * x) / (Math.PI * x) * window);
        }
        return table;
    }

    /** The modified Bessel function of order 0, by its series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-15 * sum; k++) {
            term *= x * x / (4.0 * k * k);
            sum += term;
        }
        return sum;
    }

    /** Input frames for an output frame, ½ to 2; gone to within some milliseconds once something has been read. */
    public void ratio(double ratio) {
        if (!(ratio >= 0.5 && ratio <= HIGHEST)) {
            throw new IllegalArgumentException("ratio " + ratio);
        }
        target = ratio;
        if (position() == 0) {
            reset();
        }
    }

    /** Begins anew with frame 0; the ratio stays, and is there at once. */
    public void reset() {
        whole = 0;
        fraction = 0;
        ratio = target;
        cutoff = cutoff(target);
    }

    private static double cutoff(double ratio) {
        return ratio == 1 ? 1 : CUTOFF * Math.min(1, 1 / ratio);
    }

    /** The place in the input that is read next. */
    public double position() {
        return whole + fraction;
    }

    /** The input must reach up to this frame, exclusively, before {@code frames} can be read. */
    public long wanted(int frames) {
        return untouched() ? whole + frames : whole + (long) Math.ceil(frames * Math.max(ratio, target)) + REACH;
    }

    private boolean untouched() {
        return target == 1 && ratio == 1 && cutoff == 1 && fraction == 0;
    }

    /** Writes the next frames, interleaved, from index {@code offset} (in floats). */
    public void read(SlidingFrames input, float[] interleaved, int offset, int frames) {
        int channels = input.channels();
        for (int i = 0, at = offset; i < frames; i++, at += channels) {
            if (untouched()) {
                int index = input.index(whole);
                for (int channel = 0; channel < channels; channel++) {
                    interleaved[at + channel] = input.plane(channel)[index];
                }
                whole++;
            } else {
                interpolate(input, interleaved, at);
                advance();
            }
        }
    }

    private void interpolate(SlidingFrames input, float[] interleaved, int at) {
        int reach = Math.min(REACH, (int) (ZEROS / cutoff) + 1);
        weigh(reach);
        int index = input.index(whole - reach + 1);
        for (int channel = 0; channel < input.channels(); channel++) {
            interleaved[at + channel] = weighed(input.plane(channel), index, 2 * reach);
        }
    }

    private void weigh(int reach) {
        double step = cutoff * STEPS;
        double most = ZEROS * STEPS;
        float scale = (float) cutoff;
        for (int i = 0; i < reach; i++) {
            weights[reach - 1 - i] = scale * kernel(Math.min(most, (i + fraction) * step));
            weights[reach + i] = scale * kernel(Math.min(most, (i + 1 - fraction) * step));
        }
    }

    private float kernel(double distance) {
        int entry = (int) distance;
        return table[entry] + (float) (distance - entry) * (table[entry + 1] - table[entry]);
    }

    private float weighed(float[] plane, int index, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += weights[i] * plane[index + i];
        }
        return sum;
    }

    private void advance() {
        double place = fraction + ratio;
        if (ratio == 1 && target == 1 && fraction != 0) {
            // Glides on to a whole frame, to pass them untouched from there.
            double missing = fraction < 0.5 ? -fraction : 1 - fraction;
            place += Math.abs(missing) <= glide ? missing : Math.copySign(glide, missing);
        }
        double whole = Math.floor(place + 1e-9);
        this.whole += (long) whole;
        fraction = Math.abs(place - whole) < 1e-9 ? 0 : place - whole;
        ratio = towards(target, ratio);
        cutoff = towards(cutoff(target), cutoff);
    }

    private double towards(double goal, double value) {
        return Math.abs(goal - value) <= glide ? goal : value + Math.copySign(glide, goal - value);
    }
}
