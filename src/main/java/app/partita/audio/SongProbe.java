package app.partita.audio;

import app.partita.audio.ProbeAnswer.Section;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Asks ffprobe what is in a file. */
final class SongProbe {

    private static final String WANTED = "stream=codec_name,codec_type,sample_rate,channels,channel_layout,"
            + "duration_ts,time_base,duration:stream_disposition=attached_pic:stream_tags:"
            + "format=format_name,duration:format_tags";
    /** Codecs whose containers state how many frames there are, to the frame. */
    private static final Set<String> COUNTED = Set.of("flac", "alac", "tta", "ape");
    private static final Set<String> COUNTING = Set.of("flac", "mov,mp4,m4a,3gp,3g2,mj2", "tta", "ape", "wav", "aiff",
            "w64", "caf", "au");

    /** Formats by which a file, whatever its name, makes FFmpeg read others. */
    private static final Set<String> POINTING = Set.of("concat", "hls", "dash", "webm_dash_manifest", "imf", "sdp");

    private final Ffmpeg ffmpeg;

    SongProbe(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    SongInfo probe(Path song, BooleanSupplier cancelled) throws Fault {
        SongFiles.requireReadable(song);
        ProbeAnswer answer = ask(song, cancelled);
        String format = answer.format().text("format_name");
        if (POINTING.contains(format)) {
            throw SongFiles.notSound(song, new IOException("it holds nothing but the names of other files: " + format));
        }
        Section audio = null;
        boolean cover = false;
        for (Section stream : answer.streams()) {
            if (audio == null && stream.text("codec_type").equals("audio")) {
                audio = stream;
            }
            cover |= "1".equals(stream.group("disposition").get("attached_pic"));
        }
        if (audio == null) {
            throw FaultKind.NO_SOUND.fault(song);
        }
        int rate = count(audio, "sample_rate");
        int channels = count(audio, "channels");
        if (rate <= 0 || channels <= 0) {
            throw SongFiles.notSound(song, new IOException("ffprobe found no rate or no channels: " + audio));
        }
        String codec = audio.fields().getOrDefault("codec_name", "unknown");
        return new SongInfo(song, codec, rate, channels, layout(audio, channels), declared(answer, audio, codec, rate),
                seconds(answer, audio), tags(answer, audio), cover, warnings(song));
    }

    private ProbeAnswer ask(Path song, BooleanSupplier cancelled) throws Fault {
        var arguments = List.of("-v", "error", "-protocol_whitelist", "file,pipe", "-print_format", "json",
                "-show_entries", WANTED, Ffmpeg.url(song));
        try (FfmpegProcess child = ffmpeg.ffprobe(arguments, cancelled)) {
            Answer answer = Answer.of(child, song, cancelled);
            if (answer.exit() != 0) {
                throw SongFiles.notSound(song, answer.errors().asCause(answer.exit()));
            }
            return ProbeAnswer.read(answer.bytes());
        } catch (Fault known) {
            throw known;
        } catch (IOException e) {
            throw SongFiles.notSound(song, e);
        }
    }

    private static int count(Section audio, String field) {
        return (int) Math.clamp(audio.whole(field), 0, Integer.MAX_VALUE);
    }

    private static String layout(Section audio, int channels) {
        String stated = audio.text("channel_layout");
        return stated.isEmpty() || stated.equals("unknown") ? ChannelLayouts.usual(channels) : stated;
    }

    private static OptionalLong declared(ProbeAnswer answer, Section audio, String codec, int rate) {
        String container = answer.format().text("format_name");
        boolean exact = COUNTING.contains(container) && (COUNTED.contains(codec) || codec.startsWith("pcm_"));
        boolean inFrames = audio.text("time_base").equals("1/" + rate);
        long frames = audio.whole("duration_ts");
        return exact && inFrames && frames > 0 ? OptionalLong.of(frames) : OptionalLong.empty();
    }

    private static OptionalDouble seconds(ProbeAnswer answer, Section audio) {
        double seconds = audio.real("duration", answer.format().real("duration", 0));
        return seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty();
    }

    /** Ogg keeps its tags with the stream, the other containers with the file. */
    private static SongTags tags(ProbeAnswer answer, Section audio) {
        Map<String, String> named = new LinkedHashMap<>();
        for (Section said : List.of(answer.format(), audio)) {
            said.group("tags").forEach(named::putIfAbsent);
        }
        return SongTags.of(named);
    }

    private static List<String> warnings(Path song) throws Fault {
        var warnings = new ArrayList<String>();
        try {
            String oddity = WavHeader.of(song).warning();
            if (!oddity.isEmpty()) {
                warnings.add(oddity);
            }
        } catch (IOException e) {
            throw FaultKind.SONG_UNREADABLE_DISK.because(e, song);
        }
        return warnings;
    }
}
