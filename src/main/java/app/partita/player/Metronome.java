package app.partita.player;

/** Clicks on the beats. For the thread of the sound; neither locks nor allocates once it was made. */
final class Metronome {

    private static final double SECONDS = 0.04;
    private static final double LEVEL = 0.4;
    private static final double HERTZ = 1000;
    private static final double ACCENT_HERTZ = 1500;
    private static final double DECAY = 120;

    private final int sampleRate;
    private final int channels;
    private final float[] plain;
    private final float[] accented;
    private float[] sounding;
    private int place;

    Metronome(int sampleRate, int channels) {
        this.sampleRate = sampleRate;
        this.channels = channels;
        plain = click(HERTZ);
        accented = click(ACCENT_HERTZ);
        sounding = plain;
        place = plain.length;
    }

    private float[] click(double hertz) {
        float[] click = new float[(int) (SECONDS * sampleRate)];
        for (int i = 0; i < click.length; i++) {
            double second = (double) i / sampleRate;
            click[i] = (float) (LEVEL * Math.exp(-DECAY * second) * Math.sin(2 * Math.PI * hertz * second));
        }
        return click;
    }

    /** No click sounds on. */
    void hush() {
        place = sounding.length;
    }

    /**
     * Adds the clicks of a stretch of song.
     *
     * @param offset of its first frame in {@code out}
     * @param frames of {@code out}
     * @param from   the frame of the song there
     * @param speed  frames of the song a frame of {@code out}
     */
    void add(BeatGrid beats, float[] out, int offset, int frames, double from, double speed) {
        int done = 0;
        for (int beat = beats.firstFrom(from / sampleRate); beat < beats.count(); beat++) {
            int at = (int) Math.max(0, (beats.at(beat) * sampleRate - from) / speed);
            if (at >= frames) {
                break;
            }
            sound(out, offset + done, at - done);
            done = at;
            strike(beats.beginsBar(beat));
        }
        sound(out, offset + done, frames - done);
    }

    /** From the next frame on there is a click. */
    void strike(boolean accent) {
        sounding = accent ? accented : plain;
        place = 0;
    }

    /** Adds what sounds on. */
    void sound(float[] out, int offset, int frames) {
        int count = Math.min(frames, sounding.length - place);
        for (int i = 0, at = offset * channels; i < count; i++) {
            for (int channel = 0; channel < channels; channel++, at++) {
                out[at] += sounding[place + i];
            }
        }
        place += Math.max(0, count);
    }
}
