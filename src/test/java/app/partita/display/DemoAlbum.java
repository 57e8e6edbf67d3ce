package app.partita.display;

import app.partita.audio.AudioFiles;
import app.partita.audio.OutputFormat;
import app.partita.audio.PcmWriter;
import app.partita.audio.SongTags;
import app.partita.demo.DemoSong;
import app.partita.fault.Fault;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Songs with titles and lengths of their own, all cut out of the demo song: a fresh clone needs no others. */
final class DemoAlbum {

    private static final int RATE = 44_100;
    private static final int CHANNELS = 2;

    private final AudioFiles audio = TestAudio.files();
    private final float[] demo = new DemoSong().mixture();
    private final Path folder;

    DemoAlbum(Path folder) {
        this.folder = folder;
    }

    /** Writes a song of that many seconds; longer than the demo song, it begins again. */
    Path song(String title, String artist, OutputFormat format, int seconds) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(title + "." + format.extension());
        SongTags tags = SongTags.of(Map.of("title", title, "artist", artist, "album", "Studies in Four Parts"));
        try (PcmWriter writer = audio.encode(file, format, RATE, CHANNELS, tags)) {
            int left = seconds * RATE;
            while (left > 0) {
                int frames = Math.min(left, demo.length / CHANNELS);
                writer.write(demo, 0, frames);
                left -= frames;
            }
            writer.finish();
        }
        return file;
    }

    /** Writes something that only looks like a song. */
    Path broken(String name) throws IOException {
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(name), "This tape is empty.");
    }
}
