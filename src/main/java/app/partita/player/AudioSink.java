package app.partita.player;

/** An open device. All but {@link #close} is for one thread. */
public interface AudioSink extends AutoCloseable {

    /**
     * Takes frames, interleaved, full scale ±1; waits until there is room for them. What is beyond full scale is cut.
     *
     * @throws NoDeviceException if the device is gone
     */
    void write(float[] interleaved, int frames) throws NoDeviceException;

    /** How many of the frames it took are not heard yet. */
    long pending();

    @Override
    void close();
}
