package app.partita.stems;

import app.partita.audio.AudioFiles;
import app.partita.audio.ClipReport;
import app.partita.audio.OutputFormat;
import app.partita.audio.PcmWriter;
import app.partita.audio.SongInfo;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes the files of all stems in step. */
final class StemWriters implements AutoCloseable {

    private final List<StemKind> stems;
    private final OutputFormat format;
    private final StemShape shape;
    private final List<PcmWriter> writers = new ArrayList<>();
    private float[] laidOut = new float[0];

    private StemWriters(List<StemKind> stems, OutputFormat format, StemShape shape) {
        this.stems = stems;
        this.format = format;
        this.shape = shape;
    }

    static StemWriters open(AudioFiles audio, SongInfo song, List<StemKind> stems, OutputFormat format, int rate,
                            StemShape shape, StemFolder folder) throws Fault {
        var files = new StemWriters(stems, format, shape);
        String layout = shape.written() == shape.song() ? song.channelLayout() : "";
        try {
            for (StemKind stem : stems) {
                files.writers.add(audio.encode(folder.file(files.name(stem)), format, rate, shape.written(), layout,
                        tags(song, stem)));
            }
            return files;
        } catch (Fault | RuntimeException failure) {
            files.close();
            throw failure;
        }
    }

    /**
     * Appends a block to each file.
     *
     * @param blocks the separated channels of each stem
     * @param song   all channels of the song
     */
    void write(float[][] blocks, float[] song, int frames) throws Fault {
        if (laidOut.length < frames * shape.written()) {
            laidOut = new float[frames * shape.written()];
        }
        for (int stem = 0; stem < writers.size(); stem++) {
            float[] others = stem == stems.indexOf(StemKind.OTHER) ? song : null;
            shape.layOut(blocks[stem], others, laidOut, frames);
            writers.get(stem).write(laidOut, 0, frames);
        }
    }

    /** Completes all files. */
    Map<StemKind, ClipReport> finish() throws Fault {
        var clips = new EnumMap<StemKind, ClipReport>(StemKind.class);
        for (int stem = 0; stem < writers.size(); stem++) {
            clips.put(stems.get(stem), writers.get(stem).finish());
        }
        return clips;
    }

    /** Where the files will be once their folder has its final name. */
    Map<StemKind, Path> places(Path folder) {
        var places = new EnumMap<StemKind, Path>(StemKind.class);
        stems.forEach(stem -> places.put(stem, folder.resolve(name(stem))));
        return places;
    }

    /** Without {@link #finish}: ends the encoders and deletes the files. */
    @Override
    public void close() {
        writers.forEach(PcmWriter::close);
    }

    private String name(StemKind stem) {
        return stem.id() + "." + format.extension();
    }

    private static SongTags tags(SongInfo song, StemKind stem) {
        String title = song.tags().title();
        return song.tags().withTitle((title.isEmpty() ? StemNames.title(song.path()) : title) + " (" + stem.id() + ")");
    }
}
