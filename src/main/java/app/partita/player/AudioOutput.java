package app.partita.player;

import java.util.List;

/** What a player can be heard through. */
public interface AudioOutput {

    /** The names of the devices that are there now; asks the system, which may take a while. */
    List<String> devices();

    /**
     * Opens a device.
     *
     * @param device one of {@link #devices}, or empty for the system's own choice
     * @throws NoDeviceException if it is not there or cannot play that
     */
    AudioSink open(String device, int sampleRate, int channels) throws NoDeviceException;
}
