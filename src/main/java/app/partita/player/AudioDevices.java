package app.partita.player;

import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.SourceDataLine;

/** What this computer can be heard through. */
public final class AudioDevices {

    private static final AudioFormat ANY = new AudioFormat(44_100, 16, 2, true, false);

    private AudioDevices() {
    }

    /** Whether there is a device to play through; asks the system, which may take a while the first time. */
    public static boolean present() {
        return AudioSystem.isLineSupported(new DataLine.Info(SourceDataLine.class, ANY));
    }
}
