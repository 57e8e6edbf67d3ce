package app.partita.jobs;

/** Hears a song once, from its start on, and finds out about it. For one thread at a time. */
public interface SongEar {

    /** How much of the song's start it wants to hear, in seconds. */
    double seconds();

    /**
     * Hears the next frames, interleaved, from index 0.
     *
     * @param drums the song's drums, or the whole song if these are not known
     * @param rest  the song without its drums, or the whole song
     */
    void hear(float[] drums, float[] rest, int frames);

    /**
     * What it found.
     *
     * @param songSeconds the length of the whole song
     */
    Findings findings(double songSeconds);

    /** Makes an ear for each song. */
    @FunctionalInterface
    interface Maker {

        /** Makes deaf ears, for when nobody keeps what they would find. */
        Maker DEAF = (_, _) -> new DeafEar();

        /** @param sampleRate frames a second */
        SongEar make(int sampleRate, int channels);
    }
}
