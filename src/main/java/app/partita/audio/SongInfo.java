package app.partita.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What can be known of a song without decoding it.
 *
 * @param path             the file
 * @param codec            FFmpeg's name of the first audio stream's codec, such as {@code mp3} or {@code pcm_s16le}
 * @param sampleRate       frames a second
 * @param channels         channels of the first audio stream
 * @param channelLayout    FFmpeg's name of the layout, such as {@code stereo} or {@code 5.1}; where the file names none,
 *                         the usual one of so many channels, or empty
 * @param declaredFrames   the exact number of frames, only where the format states one (flac, wav, aiff, ALAC, …)
 * @param estimatedSeconds the container's figure, good for progress only: it may be off by a tenth and more
 * @param tags             title, artist and the rest
 * @param hasCover         whether a cover picture is embedded
 * @param warnings         oddities that do not keep the song from being read
 */
public record SongInfo(Path path, String codec, int sampleRate, int channels, String channelLayout,
                       OptionalLong declaredFrames, OptionalDouble estimatedSeconds, SongTags tags, boolean hasCover,
                       List<String> warnings) {

    public SongInfo {
        warnings = List.copyOf(warnings);
    }
}
