package app.partita.audio;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Song files in, stem files out: the one door to FFmpeg, which runs as child processes only.
 *
 * <p>A crash, a hang or the cancelling of a decoder ends one song, not the program. There are no threads here: each
 * reader and each writer is one child, pumped by its caller. Children still running when the program ends are killed.
 */
public final class AudioFiles {

    /** How much of what {@link #decodeStereoFrom} gives is not yet as it should be: decoders and filters set in. */
    public static final int LEAD_SECONDS = 2;

    /** How long a child may keep its caller waiting before it counts as hung. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ffmpeg ffmpeg;

    /** @param nativeCacheDir where the bundled programs are unpacked at first use */
    public AudioFiles(Path nativeCacheDir) {
        this(new BundledPrograms(nativeCacheDir), nativeCacheDir, PATIENCE);
    }

    AudioFiles(Programs.Source programs, Path scratchDir, Duration patience) {
        this.ffmpeg = new Ffmpeg(programs, scratchDir, patience);
    }

    /** What the file says about itself; a fault if there is no sound in it. */
    public SongInfo probe(Path song) throws Fault {
        return probe(song, () -> false);
    }

    /**
     * As above.
     *
     * @param cancelled asked several times a second
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    public SongInfo probe(Path song, BooleanSupplier cancelled) throws Fault {
        return new SongProbe(ffmpeg).probe(song, cancelled);
    }

    /**
     * The picture embedded in a song, if there is one: a PNG, made smaller where needed to fit into a square.
     *
     * @param size      the square's side in pixels
     * @param cancelled asked several times a second
     * @throws Fault if the song or its picture cannot be read
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    public Optional<byte[]> cover(Path song, int size, BooleanSupplier cancelled) throws Fault {
        return new CoverReader(ffmpeg).read(song, size, cancelled);
    }

    /** The first audio stream at its own rate with all its channels; front left and right are the first two. */
    public PcmReader decode(SongInfo song) throws Fault {
        SongFiles.requireReadable(song.path());
        return new FfmpegPcmReader(ffmpeg, Decoding.whole(song));
    }

    /** What the engine hears: mono doubled, of more channels only the first two, resampled if need be. */
    public PcmReader decodeStereo(SongInfo song, int rate) throws Fault {
        SongFiles.requireReadable(song.path());
        return new FfmpegPcmReader(ffmpeg, Decoding.stereo(song, rate));
    }

    /**
     * As {@link #decodeStereo}, from a whole second of the song on, found without decoding what lies before. After
     * {@link #LEAD_SECONDS} the samples are those that {@link #decodeStereo} gives there, to the bit, wherever a format
     * tells exactly where it is. Matroska and WebM are up to 1 ms off; coders that fill in noise (AAC may) fill in
     * another. Past the song's end there is nothing.
     *
     * @throws Fault if the song's places cannot be found: those of WMA are off by up to a tenth of a second
     */
    public PcmReader decodeStereoFrom(SongInfo song, int rate, long second) throws Fault {
        if (song.codec().startsWith("wma")) {
            throw new Fault(song.path() + " can only be read from its start.", "Convert it to another format.");
        }
        SongFiles.requireReadable(song.path());
        return new FfmpegPcmReader(ffmpeg, Decoding.stereoFrom(song, rate, second));
    }

    /**
     * A headerless file of interleaved little-endian floats, resampled from {@code rate} to {@code targetRate};
     * unchanged if these are equal.
     */
    public PcmReader readRaw(Path f32le, int channels, int rate, int targetRate) throws Fault {
        long frames = SongFiles.sizeOf(f32le) / (Float.BYTES * (long) channels);
        return rate == targetRate || frames == 0
                ? new RawPcmReader(f32le, channels, targetRate)
                : new FfmpegPcmReader(ffmpeg, Decoding.raw(f32le, channels, rate, targetRate, frames));
    }

    /** As {@link #encode(Path, OutputFormat, int, int, String, SongTags)}, with the channels placed as usual. */
    public PcmWriter encode(Path file, OutputFormat format, int rate, int channels, SongTags tags) throws Fault {
        return encode(file, format, rate, channels, "", tags);
    }

    /**
     * Starts writing a file; an existing one is overwritten.
     *
     * <p>An MP3 has the nearest rate that MP3 knows, at 320 kbit/s from 32 kHz on, 160 from 16 kHz, 64 below, and
     * decodes to exactly the frames written if the rate stays and there are at least 47 of them.
     *
     * @param layout FFmpeg's name of how the channels are placed, as in {@link SongInfo#channelLayout}
     */
    public PcmWriter encode(Path file, OutputFormat format, int rate, int channels, String layout, SongTags tags)
            throws Fault {
        return new FfmpegPcmWriter(ffmpeg, new Encoding(file, format, rate, channels, layout), tags);
    }
}
