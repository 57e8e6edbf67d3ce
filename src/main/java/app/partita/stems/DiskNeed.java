package app.partita.stems;

import app.partita.audio.OutputFormat;

/**
 * The disk space that a separation takes, estimated from above.
 *
 * @param workBytes   in the work folder, freed at the end
 * @param outputBytes where the stems go
 */
public record DiskNeed(long workBytes, long outputBytes) {

    private static final int WORK_CHANNELS = 2;
    private static final long MP3_BYTES_PER_SECOND = 320_000 / 8;
    /** Headers, tags, and a container's figure that is a little short. */
    private static final long SPARE = 64L << 20;

    /**
     * @param seconds     the song's length
     * @param sampleRate  the song's
     * @param channels    the song's
     * @param workRate    the network's sample rate
     * @param stems       how many
     */
    public static DiskNeed of(double seconds, int sampleRate, int channels, int workRate, int stems,
                              OutputFormat format) {
        long workFrames = (long) Math.ceil(seconds * workRate);
        long work = workFrames * WORK_CHANNELS * Float.BYTES * (stems + 1);
        long frames = (long) Math.ceil(seconds * sampleRate);
        long stem = switch (format) {
            case WAV16 -> frames * channels * 2;
            case WAV24, FLAC -> frames * channels * 3;
            case WAV32F -> frames * channels * 4;
            case MP3 -> (long) Math.ceil(seconds * MP3_BYTES_PER_SECOND);
        };
        return new DiskNeed(work + SPARE, stem * stems + SPARE / 8);
    }

    /** This and room in the work folder for segments that wait for their neighbours. */
    public DiskNeed withSegments(int segments, long floatsEach) {
        return new DiskNeed(workBytes + segments * floatsEach * Float.BYTES, outputBytes);
    }

    /** This, if so many bytes are in the work folder already. */
    public DiskNeed without(long bytes) {
        return new DiskNeed(Math.max(0, workBytes - bytes), outputBytes);
    }
}
