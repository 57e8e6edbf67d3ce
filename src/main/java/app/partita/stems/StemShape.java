package app.partita.stems;

/**
 * Which of a song's channels are separated and which are written.
 *
 * @param song    channels of the song
 * @param written channels of each stem file
 */
record StemShape(int song, int written) {

    private static final int SEPARATED = 2;

    StemShape {
        written = Math.min(song, written);
    }

    /** How many channels are separated: the first one or two. */
    int front() {
        return Math.min(song, SEPARATED);
    }

    /** Copies the separated channels out of frames of the song. */
    void takeFront(float[] songFrames, float[] front, int frames) {
        for (int i = 0; i < frames; i++) {
            System.arraycopy(songFrames, i * song, front, i * front(), front());
        }
    }

    /**
     * Lays out frames as they are written.
     *
     * @param stem       the separated channels
     * @param songFrames the song, whose other channels go along; null for silence
     */
    void layOut(float[] stem, float[] songFrames, float[] target, int frames) {
        for (int i = 0; i < frames; i++) {
            System.arraycopy(stem, i * front(), target, i * written, front());
            for (int channel = front(); channel < written; channel++) {
                target[i * written + channel] = songFrames == null ? 0 : songFrames[i * song + channel];
            }
        }
    }
}
