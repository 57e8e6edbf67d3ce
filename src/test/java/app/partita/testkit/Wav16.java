package app.partita.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads 16-bit wav resources. */
public final class Wav16 {

    private Wav16() {
    }

    /** Planar, full scale ±1. */
    public static float[] planar(String resource) {
        try (InputStream in = new BufferedInputStream(Wav16.class.getResourceAsStream(resource));
                AudioInputStream audio = AudioSystem.getAudioInputStream(in)) {
            int channels = audio.getFormat().getChannels();
            ShortBuffer samples =
                    ByteBuffer.wrap(audio.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            int frames = samples.remaining() / channels;
            float[] planar = new float[channels * frames];
            for (int i = 0; i < frames * channels; i++) {
                planar[i % channels * frames + i / channels] = samples.get(i) / 32768f;
            }
            return planar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnsupportedAudioFileException e) {
            throw new IllegalArgumentException(resource, e);
        }
    }
}
