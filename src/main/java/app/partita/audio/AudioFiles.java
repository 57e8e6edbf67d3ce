package app.partita.audio;

import app.partita.fault.Fault;
import java.nio.file.Path;

/**
 * Song files in, stem files out: the one door to FFmpeg, which runs as child processes only.
 *
 * <p>A crash, a hang or the cancelling of a decoder ends one song, not the program. There are no threads here: each
 * reader and each writer is one child, pumped by its caller.
 */
public final class AudioFiles {

    /** @param nativeCacheDir where the bundled programs are unpacked at first use */
    public AudioFiles(Path nativeCacheDir) {
    }

    /** What the file says about itself; fails if there is no sound in it. */
    public SongInfo probe(Path song) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** The first audio stream at its own rate with all its channels. */
    public PcmReader decode(SongInfo song) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** What the engine hears: mono doubled, of more channels front left and right, resampled. */
    public PcmReader decodeStereo(SongInfo song, int rate) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** A headerless file of interleaved little-endian floats, resampled from {@code rate} to {@code targetRate}. */
    public PcmReader readRaw(Path f32le, int channels, int rate, int targetRate) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** Starts writing a file; an existing one is overwritten. */
    public PcmWriter encode(Path file, OutputFormat format, int rate, int channels, SongTags tags) throws Fault {
        throw new UnsupportedOperationException();
    }
}
