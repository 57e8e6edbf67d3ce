package app.partita.demo;

import app.partita.audio.AudioFiles;
import app.partita.audio.OutputFormat;
import app.partita.audio.PcmWriter;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Writes the demo song and its true stems as 24-bit WAV files. */
public final class DemoFiles {

    /** The song's file in the folder. */
    public static final String SONG = "partita-demo.wav";
    /** The folder of its stems, beside the song. */
    public static final String STEMS = "true stems";

    private static final Logger LOG = System.getLogger(DemoFiles.class.getName());
    private static final SongTags TAGS = SongTags.of(Map.of("title", DemoSong.TITLE, "artist", "Partita"));

    private final AudioFiles audio;
    private final DemoSong song = new DemoSong();

    public DemoFiles(AudioFiles audio) {
        this.audio = audio;
    }

    /** As below, to its end. */
    public Path writeTo(Path folder) throws Fault {
        return writeTo(folder, () -> false);
    }

    /**
     * Writes {@value #SONG} and {@value #STEMS}{@code /<stem>.wav}; files of these names are overwritten.
     *
     * @param folder    made if it is missing
     * @param cancelled asked between the files
     * @return the song's file
     * @throws CancellationException when {@code cancelled} answers true; none of the files is left then, nor after a
     *                               fault
     */
    public Path writeTo(Path folder, BooleanSupplier cancelled) throws Fault {
        Path stems = folder.resolve(STEMS);
        boolean ours = !Files.exists(folder);
        makeFolder(stems);
        Path mixture = folder.resolve(SONG);
        List<Path> begun = new ArrayList<>();
        boolean whole = false;
        try {
            for (StemKind kind : DemoSong.STEMS) {
                begun.add(stems.resolve(kind.id() + ".wav"));
                write(begun.getLast(), song.stem(kind), kind.id(), cancelled);
            }
            begun.add(mixture);
            write(mixture, song.mixture(), DemoSong.TITLE, cancelled);
            whole = true;
            return mixture;
        } finally {
            if (!whole) {
                begun.forEach(DemoFiles::discard);
                discard(stems);
                if (ours) {
                    discard(folder);
                }
            }
        }
    }

    private static void makeFolder(Path folder) throws Fault {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Fault(folder + " cannot be made.", "Choose a folder that you may write to.", e);
        }
    }

    private void write(Path file, float[] interleaved, String title, BooleanSupplier cancelled) throws Fault {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        try (PcmWriter writer = audio.encode(file, OutputFormat.WAV24, DemoSong.SAMPLE_RATE, DemoSong.CHANNELS,
                TAGS.withTitle(title))) {
            writer.write(interleaved, 0, DemoSong.FRAMES);
            writer.finish();
        }
    }

    /** Folders with other things in them stay. */
    private static void discard(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException inUse) {
            LOG.log(Level.DEBUG, "kept for what else is in it: " + path, inUse);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "left behind: " + path, e);
        }
    }
}
