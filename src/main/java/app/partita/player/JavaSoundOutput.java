package app.partita.player;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/** The system's devices. */
public final class JavaSoundOutput implements AudioOutput {

    private static final DataLine.Info PLAYS = new DataLine.Info(SourceDataLine.class, null);
    /** What a line holds: enough for a machine under load, little enough for a pause to take effect at once. */
    private static final double SECONDS = 0.15;
    /** A line that begins empty swallows the first of what it is given, 18 ms of it under PulseAudio. */
    private static final double SILENT_SECONDS = 0.05;
    private static final int[] BITS = {24, 16};
    private static final int STEREO = 2;

    @Override
    public List<String> devices() {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(info -> AudioSystem.getMixer(info).isLineSupported(PLAYS))
                .map(Mixer.Info::getName).distinct().toList();
    }

    /** Songs of one channel, or of more than two, are given to two where the device has no other line. */
    @Override
    public AudioSink open(String device, int sampleRate, int channels) throws NoDeviceException {
        Mixer.Info mixer = device.isEmpty() ? null : find(device);
        List<Exception> refusals = new ArrayList<>();
        for (int width : channels == STEREO ? new int[] {STEREO} : new int[] {channels, STEREO}) {
            for (int bits : BITS) {
                try {
                    return open(mixer, new AudioFormat(sampleRate, bits, width, true, false), channels);
                } catch (LineUnavailableException | IllegalArgumentException | SecurityException refused) {
                    refusals.add(refused);
                }
            }
        }
        var none = new NoDeviceException((device.isEmpty() ? "No device" : device) + " plays " + channels
                + " channels of " + sampleRate + " frames a second");
        refusals.forEach(none::addSuppressed);
        throw none;
    }

    private static Mixer.Info find(String device) throws NoDeviceException {
        return Arrays.stream(AudioSystem.getMixerInfo()).filter(info -> info.getName().equals(device)).findFirst()
                .orElseThrow(() -> new NoDeviceException(device + " is not there"));
    }

    private static AudioSink open(Mixer.Info mixer, AudioFormat format, int channels) throws LineUnavailableException {
        SourceDataLine line = mixer == null ? AudioSystem.getSourceDataLine(format)
                : AudioSystem.getSourceDataLine(format, mixer);
        line.open(format, bytes(SECONDS, format));
        byte[] silence = new byte[bytes(SILENT_SECONDS, format)];
        line.write(silence, 0, silence.length);
        line.start();
        return new JavaSoundSink(line, channels);
    }

    private static int bytes(double seconds, AudioFormat format) {
        return (int) (seconds * format.getSampleRate()) * format.getFrameSize();
    }
}
