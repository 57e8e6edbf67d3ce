package app.partita.player;

import app.partita.audio.AudioFiles;
import app.partita.audio.ClipReport;
import app.partita.audio.OutputFormat;
import app.partita.audio.PcmWriter;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.files.Fsync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/**
 * Writes what is heard to a file, by the same mixer and the same stretcher as the player, as fast as it goes. The file
 * is written hidden beside its place and moved there when it is whole: nothing is left of one that did not become so.
 */
public final class MixExport {

    private static final int BLOCK = 4096;

    private final AudioFiles audio;

    public MixExport(AudioFiles audio) {
        this.audio = audio;
    }

    /**
     * Renders a song on the calling thread. What is not separated or decoded yet is waited for.
     *
     * @param source    stays open
     * @param file      one that is there is replaced
     * @param progress  told how much is done, 0 to 1
     * @param cancelled asked many times a second
     * @return samples beyond full scale that the format cut
     * @throws CancellationException when {@code cancelled} answers true
     */
    public ClipReport write(SongSource source, ExportOrder order, Path file, OutputFormat format, SongTags tags,
                            DoubleConsumer progress, BooleanSupplier cancelled) throws Fault {
        Path place = file.toAbsolutePath();
        requireFolder(place);
        Path part = place.resolveSibling("." + place.getFileName() + "." + UUID.randomUUID() + ".part");
        ClipReport clips;
        try (PcmWriter writer = audio.encode(part, format, source.sampleRate(), source.channels(), tags)) {
            render(new MixReader(source, order, cancelled), order, writer, progress);
            clips = writer.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof Fault fault ? fault : unwritable(place, e.getCause());
        }
        publish(part, place);
        return clips;
    }

    private static void render(MixReader reader, ExportOrder order, PcmWriter writer, DoubleConsumer progress)
            throws Fault {
        TimeStretch stretch = new TimeStretch(reader.channels(), reader.sampleRate());
        stretch.tempo(order.tempo());
        stretch.semitones(order.semitones());
        float[] block = new float[BLOCK * reader.channels()];
        long done = 0;
        for (long left; (left = Math.round(reader.frames() / order.tempo()) - done) > 0;) {
            int frames = (int) Math.min(BLOCK, left);
            stretch.read(reader, block, frames);
            writer.write(block, 0, frames);
            done += frames;
            progress.accept((double) done / (done + left - frames));
        }
    }

    private static void requireFolder(Path file) throws Fault {
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            throw new Fault(file + " cannot be written: its folder does not exist.", "Choose another folder.");
        }
        if (!Files.isWritable(folder)) {
            throw new Fault(file + " may not be written.", "Choose a folder that you may write to.");
        }
        if (Files.isDirectory(file)) {
            throw new Fault(file + " cannot be written: it is a folder.", "Choose another name.");
        }
    }

    private static void publish(Path part, Path place) throws Fault {
        try {
            try {
                Fsync.file(part);
                Files.move(part, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                Fsync.folder(place.getParent());
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw unwritable(place, e);
        }
    }

    private static Fault unwritable(Path place, IOException cause) {
        return new Fault(place + " cannot be written: " + cause.getMessage(), "Choose another folder or name.", cause);
    }
}
