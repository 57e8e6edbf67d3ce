package app.partita.engine.chunks;

/**
 * One segment laid over a song.
 *
 * @param index  0 for the first
 * @param offset the frame it starts to answer for
 * @param frames how many frames it answers for: a whole segment, or what is left of the song
 * @param start  the frame its input starts at; below {@code offset}, and even below 0, for a short last one, which
 *               hears what lies around it and zeros outside of the song
 */
public record Chunk(int index, long offset, int frames, long start) {

    /** How many frames of the network's output come before {@code offset}. */
    public int trim() {
        return (int) (offset - start);
    }

    /** The frame after the last it answers for. */
    public long end() {
        return offset + frames;
    }
}
