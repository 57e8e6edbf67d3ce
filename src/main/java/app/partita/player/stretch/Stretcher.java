package app.partita.player.stretch;

import java.util.Arrays;

/**
 * Plays a signal faster or slower without changing its pitch. At speed 1 the frames pass untouched; into and out of it
 * leads an overlap of grains. Frames are numbered from 0 on either side. Nothing is allocated after construction.
 */
public final class Stretcher {

    /**
     * Grains are the longest power of two below this: 4096 frames at 44.1 kHz. Of half the length they confuse the tones
     * of a chord (signal to noise 2 dB instead of 35 and more), of double the length strokes a tenth of a second apart.
     */
    private static final double GRAIN_SECONDS = 0.1;

    private final int size;
    private final int hop;
    private final SlidingFrames input;
    private final AttackFinder attacks;
    private final GrainPlan plan;
    private final PhaseVocoder vocoder;
    private final Landing landing;
    private final TimeMap map = new TimeMap();
    private final float[][] sum;

    private double speed = 1;
    private boolean untouched = true;
    private long lead;
    private int landed;
    private long produced;

    public Stretcher(int channels, int sampleRate) {
        size = Integer.highestOneBit((int) (GRAIN_SECONDS * sampleRate));
        hop = size / PhaseVocoder.OVERLAP;
        input = new SlidingFrames(channels, 6 * size, 12 * size);
        attacks = new AttackFinder(channels, sampleRate);
        plan = new GrainPlan(attacks, size, hop);
        vocoder = new PhaseVocoder(channels, size);
        landing = new Landing(vocoder, channels, size, hop);
        sum = new float[channels][size];
    }

    /** Input frames for an output frame, from the next grain on. */
    public void speed(double speed) {
        if (!(speed > 0 && speed <= 4)) {
            throw new IllegalArgumentException("speed " + speed);
        }
        this.speed = speed;
    }

    /** Begins anew with input frame 0 and output frame 0; the speed stays. */
    public void reset() {
        input.clear();
        attacks.clear();
        map.clear();
        untouched = true;
        lead = 0;
        produced = 0;
    }

    /** The input frame that an output frame stands for. */
    public double input(double output) {
        return map.input(output);
    }

    /** How many more input frames must be fed before {@link #produce} can be called with {@code frames}. */
    public int missing(int frames) {
        long needed;
        if (untouched && speed == 1) {
            needed = produced + lead + frames;
        } else {
            double base = untouched ? lastUntouched() + lead : plan.ideal();
            needed = (long) Math.ceil(base + hop * speed) + Math.max(size / 2 + plan.sight(speed), landing.sight());
        }
        return (int) Math.max(0, needed - input.end());
    }

    public void feed(float[] interleaved, int frames) {
        input.append(interleaved, 0, frames);
        attacks.hear(input);
    }

    /** Appends the next frames to {@code output}: {@code frames} where they pass untouched, else a hop of them or none. */
    public void produce(SlidingFrames output, int frames) {
        if (untouched && speed == 1) {
            output.append(input, produced + lead, frames);
            produced += frames;
            return;
        }
        if (untouched) {
            takeOff();
        }
        layGrain();
        if (produced >= 0) {
            output.append(sum, 0, hop);
        }
        produced += hop;
        shift();
        if (landed > 0 && produced >= plan.centre() - (landed - 1L) * hop + hop) {
            untouched = true;
            lead = plan.place() - plan.centre();
        }
    }

    /** Lets the signal as it is be the grains so far: those of which a part is still to come from here. */
    private void takeOff() {
        untouched = false;
        landed = 0;
        long last = lastUntouched();
        produced = last - hop;
        plan.begin(last, last + lead);
        map.bend(last, last + lead);
        vocoder.take(input, last + lead);
        int index = input.index(produced + lead);
        for (int i = 0; i < size; i++) {
            float share = 0;
            for (int frame = i + hop; frame < size; frame += hop) {
                share += vocoder.share(frame);
            }
            for (int channel = 0; channel < sum.length; channel++) {
                sum[channel][i] = share == 0 ? 0 : share * input.plane(channel)[index + i];
            }
        }
    }

    /**
     * The centre of the last grain of the signal as it is. The next one, which may be another, must begin no earlier
     * than the next frame, or that would jump; but at the start there is nothing to jump from.
     */
    private long lastUntouched() {
        return produced == 0 ? 0 : produced + hop;
    }

    private void layGrain() {
        if (speed == 1 && landed == 0) {
            plan.nextAt(landing.place(input, Math.round(plan.ideal() + hop), sum));
            vocoder.take(input, plan.place());
            landed = 1;
        } else if (speed == 1) {
            plan.nextAt(plan.place() + hop);
            vocoder.takeNext(input, plan.place());
            landed++;
        } else {
            landed = 0;
            plan.next(speed);
            if (plan.lockBegins()) {
                vocoder.takeAttack(input, plan.place(), plan.attack());
            } else {
                vocoder.takeNext(input, plan.place());
            }
        }
        map.bend(plan.centre(), plan.ideal());
        vocoder.addTo(sum);
    }

    private void shift() {
        for (float[] channel : sum) {
            System.arraycopy(channel, hop, channel, 0, size - hop);
            Arrays.fill(channel, size - hop, size, 0f);
        }
    }
}
