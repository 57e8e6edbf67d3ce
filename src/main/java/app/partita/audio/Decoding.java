package app.partita.audio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a decoder is asked to do, and what it should then deliver.
 *
 * @param file      the input
 * @param arguments FFmpeg's arguments; the sound comes out as interleaved little-endian floats
 * @param fromRate  the input's rate
 * @param rate      the output's rate
 * @param channels  the output's channels
 * @param declared  how many frames the input says it has
 * @param strict    whether fewer than declared is a fault; otherwise it is a warning
 * @param mayBeEmpty whether no frames at all are fine
 */
record Decoding(Path file, List<String> arguments, int fromRate, int rate, int channels, OptionalLong declared,
                boolean strict, boolean mayBeEmpty) {

    private static final List<String> QUIET = List.of("-v", "error", "-nostdin", "-protocol_whitelist", "file,pipe");
    private static final List<String> FLOATS = List.of("-c:a", "pcm_f32le", "-f", "f32le", "pipe:1");

    /** Everything as it is. */
    static Decoding whole(SongInfo song) {
        var arguments = song(song);
        // Kept through a change of rate or channels in mid-stream.
        arguments.addAll(List.of("-ar", Integer.toString(song.sampleRate())));
        if (ChannelLayouts.isName(song.channelLayout())) {
            arguments.addAll(List.of("-ch_layout", song.channelLayout()));
        }
        arguments.addAll(FLOATS);
        return of(song, arguments, song.sampleRate(), song.channels());
    }

    /** Two channels, at another rate. */
    static Decoding stereo(SongInfo song, int rate) {
        return of(song, stereo(song, song(song), rate), rate, 2);
    }

    /** The same from that second on: no judge of what the file declares. */
    static Decoding stereoFrom(SongInfo song, int rate, long second) {
        // Whole seconds: the resampler then begins at the same phase as at the song's start.
        var arguments = stereo(song, song(song, "-ss", Long.toString(second)), rate);
        return new Decoding(song.path(), arguments, song.sampleRate(), rate, 2, OptionalLong.empty(), false, true);
    }

    private static List<String> stereo(SongInfo song, List<String> arguments, int rate) {
        var filters = new ArrayList<String>();
        if (song.channels() == 1) {
            filters.add("pan=stereo|c0=c0|c1=c0");
        } else {
            if (ChannelLayouts.isName(song.channelLayout())) {
                filters.add("aformat=channel_layouts=" + song.channelLayout());
            }
            filters.add("pan=stereo|c0=c0|c1=c1");
        }
        if (rate != song.sampleRate()) {
            filters.add(Resampling.withTail(song.sampleRate(), rate));
        }
        arguments.addAll(List.of("-af", String.join(",", filters), "-ar", Integer.toString(rate)));
        arguments.addAll(FLOATS);
        return arguments;
    }

    /** A headerless file of floats, at another rate. */
    static Decoding raw(Path file, int channels, int rate, int targetRate, long frames) {
        var arguments = new ArrayList<>(QUIET);
        arguments.addAll(List.of("-f", "f32le", "-ar", Integer.toString(rate), "-ch_layout",
                ChannelLayouts.orCount(ChannelLayouts.usual(channels), channels), "-i", Ffmpeg.url(file),
                "-af", Resampling.withTail(rate, targetRate)));
        arguments.addAll(FLOATS);
        return new Decoding(file, arguments, rate, targetRate, channels, OptionalLong.of(frames), true, true);
    }

    /** How many of the last frames that come out are no part of the sound. */
    int tail() {
        return rate == fromRate ? 0 : Resampling.tail(fromRate, rate);
    }

    /** How many frames of the input so many frames of the output stand for. */
    long inputFrames(long outputFrames) {
        return rate == fromRate ? outputFrames : Math.round((double) outputFrames * fromRate / rate);
    }

    /** Whether so many frames of the input are fewer than declared, beyond what resampling rounds. */
    boolean isShort(long inputFrames) {
        if (declared.isEmpty() || inputFrames >= declared.getAsLong()) {
            return false;
        }
        long rounding = 2L + 2L * fromRate / rate;
        return rate == fromRate || inputFrames + rounding < declared.getAsLong();
    }

    /** @param place from where on the song is read, as FFmpeg's options; none for its start */
    private static ArrayList<String> song(SongInfo song, String... place) {
        var arguments = new ArrayList<>(QUIET);
        arguments.addAll(List.of(place));
        arguments.addAll(List.of("-i", Ffmpeg.url(song.path()), "-map", "0:a:0", "-vn", "-sn", "-dn"));
        return arguments;
    }

    private static Decoding of(SongInfo song, List<String> arguments, int rate, int channels) {
        boolean cannotBreak = song.codec().startsWith("pcm_");
        return new Decoding(song.path(), arguments, song.sampleRate(), rate, channels, song.declaredFrames(),
                !cannotBreak, false);
    }
}
