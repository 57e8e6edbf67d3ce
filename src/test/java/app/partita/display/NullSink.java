package app.partita.display;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A loudspeaker that nobody hears: a PulseAudio of our own with a null sink, which takes sound in the time of a real
 * device, and whose monitor gives back what reached it. A test that needs it is skipped, and says so, where PulseAudio is
 * missing.
 */
final class NullSink implements AutoCloseable {

    static final int RATE = 44_100;
    static final int CHANNELS = 2;

    private static final Path ALSA = Path.of("/usr/share/alsa/alsa.conf");
    private static final int PATIENCE_SECONDS = 20;

    private final Path folder;
    private final Process daemon;

    private NullSink(Path folder, Process daemon) {
        this.folder = folder;
        this.daemon = daemon;
    }

    /** @param folder for its files; of a short path, since there is a socket among them */
    static NullSink start(Path folder) throws Exception {
        if (!Files.exists(ALSA)) {
            return missing();
        }
        Files.writeString(folder.resolve("asound.conf"), "pcm.!default { type pulse }\nctl.!default { type pulse }\n");
        Process daemon = begin(folder, "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                "--load=module-null-sink sink_name=listened format=float32le rate=" + RATE + " channels=" + CHANNELS,
                "--load=module-native-protocol-unix auth-anonymous=1 socket=" + folder.resolve("socket"));
        NullSink sink = new NullSink(folder, daemon);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (begin(folder, "pactl", "--server=" + sink.server(), "info").waitFor() != 0) {
            if (!daemon.isAlive() || System.nanoTime() > until) {
                throw new IllegalStateException("PulseAudio does not start");
            }
        }
        return sink;
    }

    private static Process begin(Path folder, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_RUNTIME_DIR", folder.toString());
        try {
            return builder.start();
        } catch (IOException notThere) {
            return missing();
        }
    }

    private static <T> T missing() {
        return abort("Nothing was listened to, for want of PulseAudio; on Debian: "
                + "apt-get install pulseaudio pulseaudio-utils libasound2-plugins libasound2-data");
    }

    private String server() {
        return "unix:" + folder.resolve("socket");
    }

    /** From now on what this process plays by ALSA goes there; only before it opened its first line. */
    void takeOver() {
        NativeEnvironment.set("ALSA_CONFIG_PATH", ALSA + ":" + folder.resolve("asound.conf"));
        NativeEnvironment.set("PULSE_SERVER", server());
    }

    /** Begins to listen. */
    Recording record() throws IOException {
        return new Recording(begin(folder, "parec", "--server=" + server(), "--device=listened.monitor", "--raw",
                "--format=float32le", "--rate=" + RATE, "--channels=" + CHANNELS, "--latency-msec=50"));
    }

    @Override
    public void close() throws Exception {
        daemon.destroy();
        daemon.waitFor();
    }

    /** What reaches the sink from now on, in its time. */
    static final class Recording implements AutoCloseable {

        private final Process recorder;
        private final DataInputStream sound;

        private Recording(Process recorder) throws IOException {
            this.recorder = recorder;
            sound = new DataInputStream(new BufferedInputStream(recorder.getInputStream()));
            // Only when its silence comes is it listening.
            sound.readInt();
            sound.readInt();
        }

        /** Waits for sound; so many frames from the first that is not silent on, interleaved. */
        float[] next(int frames) throws IOException {
            byte[] frame = new byte[CHANNELS * Float.BYTES];
            ByteBuffer floats = ByteBuffer.wrap(frame).order(ByteOrder.LITTLE_ENDIAN);
            do {
                sound.readFully(frame);
            } while (floats.getFloat(0) == 0 && floats.getFloat(Float.BYTES) == 0);
            float[] heard = new float[frames * CHANNELS];
            for (int i = 0; i < heard.length; i += CHANNELS) {
                heard[i] = floats.getFloat(0);
                heard[i + 1] = floats.getFloat(Float.BYTES);
                sound.readFully(frame);
            }
            return heard;
        }

        @Override
        public void close() throws IOException {
            recorder.destroy();
            sound.close();
        }
    }
}
