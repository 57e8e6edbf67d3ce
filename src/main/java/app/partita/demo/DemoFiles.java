package app.partita.demo;

import app.partita.audio.AudioFiles;
import app.partita.audio.OutputFormat;
import app.partita.audio.PcmWriter;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the demo song and its true stems as 24-bit WAV files. */
public final class DemoFiles {

    /** The song's file in the folder. */
    public static final String SONG = "partita-demo.wav";
    /** The folder of its stems, beside the song. */
    public static final String STEMS = "true stems";

    private static final SongTags TAGS = SongTags.of(Map.of("title", DemoSong.TITLE, "artist", "Partita"));

    private final AudioFiles audio;
    private final DemoSong song = new DemoSong();

    public DemoFiles(AudioFiles audio) {
        this.audio = audio;
    }

    /**
     * Writes {@value #SONG} and {@value #STEMS}{@code /<stem>.wav}; files of these names are overwritten.
     *
     * @param folder made if it is missing
     * @return the song's file
     */
    public Path writeTo(Path folder) throws Fault {
        Path stems = folder.resolve(STEMS);
        try {
            Files.createDirectories(stems);
        } catch (IOException e) {
            throw new Fault(stems + " cannot be made.",
                    "Choose a folder that you may write to.", e);
        }
        for (StemKind kind : DemoSong.STEMS) {
            write(stems.resolve(kind.id() + ".wav"), song.stem(kind), kind.id());
        }
        Path mixture = folder.resolve(SONG);
        write(mixture, song.mixture(), DemoSong.TITLE);
        return mixture;
    }

    private void write(Path file, float[] interleaved, String title) throws Fault {
        try (PcmWriter writer = audio.encode(file, OutputFormat.WAV24, DemoSong.SAMPLE_RATE, DemoSong.CHANNELS,
                TAGS.withTitle(title))) {
            writer.write(interleaved, 0, DemoSong.FRAMES);
            writer.finish();
        }
    }
}
