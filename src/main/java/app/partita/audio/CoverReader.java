package app.partita.audio;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Asks ffmpeg for the picture that is embedded in a song. */
final class CoverReader {

    /** Enough for any scan; what claims more would only fill the memory. */
    private static final int MOST_PIXELS = 1 << 26;
    /** The first embedded picture; never a frame of a film, which FFmpeg would choose without being told. */
    private static final String PICTURE = "0:disp:attached_pic:0";
    private static final String THERE_IS_NONE = "matches no streams";

    private final Ffmpeg ffmpeg;

    CoverReader(Ffmpeg ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    Optional<byte[]> read(Path song, int size, BooleanSupplier cancelled) throws Fault {
        SongFiles.requireReadable(song);
        try (FfmpegProcess child = ffmpeg.ffmpeg(arguments(song, size), cancelled)) {
            Answer answer = Answer.of(child, song, cancelled);
            if (answer.exit() == 0 && answer.bytes().length > 0) {
                return Optional.of(answer.bytes());
            }
            if (answer.errors().mentions(THERE_IS_NONE)) {
                return Optional.empty();
            }
            throw unreadable(song, answer.errors().asCause(answer.exit()));
        } catch (Fault known) {
            throw known;
        } catch (IOException e) {
            throw unreadable(song, e);
        }
    }

    private static List<String> arguments(Path song, int size) {
        String scale = "scale=w='min(" + size + ",iw)':h='min(" + size + ",ih)'"
                + ":force_original_aspect_ratio=decrease:flags=area,format=rgba";
        return List.of("-v", "error", "-nostdin", "-protocol_whitelist", "file,pipe",
                "-max_pixels", Integer.toString(MOST_PIXELS), "-threads", "1", "-i", Ffmpeg.url(song),
                "-map", PICTURE, "-frames:v", "1", "-vf", scale, "-c:v", "png", "-threads", "1",
                "-f", "image2pipe", "pipe:1");
    }

    private static Fault unreadable(Path song, IOException behind) {
        return new Fault(song + " has a cover that cannot be read.", "Put another picture into its tags.", behind);
    }
}
