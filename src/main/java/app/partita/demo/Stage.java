package app.partita.demo;

/** Where voices sound together: gathers one stem in double precision. */
final class Stage {

    private static final double GRID = 0x1p23;
    private static final double LAST_FADE_FRAMES = 0.4 * DemoSong.SAMPLE_RATE;

    private final double[] interleaved = new double[DemoSong.FRAMES * DemoSong.CHANNELS];

    /**
     * Lets a voice sound.
     *
     * @param pan −1 left to 1 right, at equal power
     */
    void play(Voice voice, double beat, double seconds, double level, double pan) {
        int start = (int) Math.round(beat * DemoSong.FRAMES_PER_BEAT);
        int frames = Math.min((int) (seconds * DemoSong.SAMPLE_RATE), DemoSong.FRAMES - start);
        double left = level * StrictMath.sqrt(2) * Sine.of(0.25 + (1 + pan) / 8);
        double right = level * StrictMath.sqrt(2) * Sine.of((1 + pan) / 8);
        for (int i = start; i < start + frames; i++) {
            double sample = voice.next();
            interleaved[2 * i] += left * sample;
            interleaved[2 * i + 1] += right * sample;
        }
    }

    /** The stem with its room, faded out at the very end, on the grid of 24-bit samples. */
    float[] finish(double room) {
        if (room > 0) {
            Room.addTo(interleaved, room);
        }
        float[] stem = new float[interleaved.length];
        for (int i = 0; i < stem.length; i++) {
            double fade = Envelope.swell((DemoSong.FRAMES - i / 2) / LAST_FADE_FRAMES);
            // Adding zero makes a negative zero, which files do not know, a positive one.
            stem[i] = (float) (StrictMath.rint(interleaved[i] * fade * GRID) / GRID + 0.0);
        }
        return stem;
    }
}
