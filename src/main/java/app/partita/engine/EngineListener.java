package app.partita.engine;

/**
 * Told facts while a song is being separated, on the engine's thread; percentages are computed elsewhere. Segments and
 * stretches of frames are those of the song at the network's rate.
 */
public interface EngineListener {

    /** Is told and does nothing. */
    EngineListener NONE = new EngineListener() { };

    /**
     * Segments are here from a separation that was interrupted: they are done without any work.
     *
     * @param done          segments finished so far, of all runs
     * @param expectedTotal segments of all runs
     */
    default void resumed(int done, int expectedTotal) { }

    /**
     * Some work was done. The sum of {@code done} and {@code fractionOfCurrent} never falls, not even when a running
     * segment is given up, and stays where it is while one is computed that will have to be computed again.
     *
     * @param done              segments finished, of all runs
     * @param expectedTotal     segments of all runs; an estimate until the song is decoded to its end
     * @param fractionOfCurrent 0 to 1
     */
    default void segmentProgress(int done, int expectedTotal, double fractionOfCurrent) { }

    /**
     * The stems from {@code from} to before {@code to} can be heard; they may yet improve where segments overlap, or
     * where the song was only foreseen.
     */
    default void stretchReady(long from, long to) { }

    /** The stems from {@code from} to before {@code to} will not change any more. */
    default void stretchFinal(long from, long to) { }
}
