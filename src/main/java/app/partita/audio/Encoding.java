package app.partita.audio;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an encoder is asked to do.
 *
 * @param file     the output
 * @param format   its format
 * @param rate     frames a second of what comes in, and of the file, but for MP3
 * @param channels channels of what comes in and of the file
 * @param layout   FFmpeg's name of how they are placed; empty for the usual one
 */
record Encoding(Path file, OutputFormat format, int rate, int channels, String layout) {

    private static final int MOST_FLAC_CHANNELS = 8;
    private static final int MOST_WAV_CHANNELS = 64;
    private static final int MOST_FLAC_RATE = 655_350;

    /** Throws the fault of a format that cannot hold such sound. */
    void require() throws Fault {
        int most = switch (format) {
            case MP3 -> 2;
            case FLAC -> MOST_FLAC_CHANNELS;
            case WAV16, WAV24, WAV32F -> MOST_WAV_CHANNELS;
        };
        if (channels > most) {
            throw new Fault(file + " cannot be written: " + format.id() + " holds at most " + most
                    + " channels, not " + channels + ".", "Choose wav24" + (channels > MOST_FLAC_CHANNELS
                    ? "." : " or flac."));
        }
        if (format == OutputFormat.FLAC && rate > MOST_FLAC_RATE) {
            throw new Fault(file + " cannot be written: flac knows no rate of " + rate + " Hz.", "Choose wav24.");
        }
    }

    Quantiser quantiser() {
        return switch (format) {
            case WAV16 -> Quantiser.int16();
            case WAV24, FLAC -> Quantiser.int24();
            case WAV32F, MP3 -> Quantiser.float32();
        };
    }

    /** FFmpeg's arguments; the sound goes in at its standard input. */
    List<String> arguments(Path tags) {
        var arguments = new ArrayList<>(List.of("-v", "error", "-nostdin", "-protocol_whitelist", "file,pipe",
                "-f", switch (format) {
                    case WAV16 -> "s16le";
                    case WAV24, FLAC -> "s24le";
                    case WAV32F, MP3 -> "f32le";
                },
                "-ar", Integer.toString(rate), "-ch_layout", inputLayout(), "-i", "pipe:0",
                "-f", "ffmetadata", "-i", Ffmpeg.url(tags), "-map", "0:a:0", "-map_metadata", "1"));
        arguments.addAll(codec());
        // No version, no date: the same samples give the same bytes.
        arguments.addAll(List.of("-fflags", "+bitexact", "-flags:a", "+bitexact", "-y", Ffmpeg.url(file)));
        return arguments;
    }

    private List<String> codec() {
        return switch (format) {
            case WAV16 -> List.of("-c:a", "pcm_s16le", "-f", "wav", "-rf64", "auto");
            case WAV24 -> List.of("-c:a", "pcm_s24le", "-f", "wav", "-rf64", "auto");
            case WAV32F -> List.of("-c:a", "pcm_f32le", "-f", "wav", "-rf64", "auto");
            case FLAC -> List.of("-c:a", "flac", "-sample_fmt", "s32", "-bits_per_raw_sample", "24", "-f", "flac");
            case MP3 -> mp3();
        };
    }

    private List<String> mp3() {
        int fileRate = format.rateFor(rate);
        // What the standard allows at most for the rate.
        String bitRate = fileRate >= 32_000 ? "320k" : fileRate >= 16_000 ? "160k" : "64k";
        var arguments = new ArrayList<String>();
        if (fileRate != rate) {
            arguments.addAll(List.of("-af", Resampling.withRoom(rate, fileRate)));
        }
        arguments.addAll(List.of("-c:a", "libmp3lame", "-b:a", bitRate, "-write_xing", "1", "-id3v2_version", "3",
                "-f", "mp3"));
        return arguments;
    }

    private String inputLayout() {
        return ChannelLayouts.orCount(layout.isEmpty() ? ChannelLayouts.usual(channels) : layout, channels);
    }
}
