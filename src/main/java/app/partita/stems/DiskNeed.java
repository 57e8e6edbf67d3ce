package app.partita.stems;

import app.partita.audio.OutputFormat;

/**
 * The disk space that a separation takes, estimated from above.
 *
 * @param workBytes   in the work folder, freed at the end
 * @param outputBytes where the stems go
 */
public record DiskNeed(long workBytes, long outputBytes) {

    /**
     * @param seconds     the song's length
     * @param sampleRate  the song's
     * @param channels    the song's
     * @param workRate    the network's sample rate
     * @param stems       how many
     */
    public static DiskNeed of(double seconds, int sampleRate, int channels, int workRate, int stems,
                              OutputFormat format) {
        throw new UnsupportedOperationException();
    }
}
