package app.partita.stems;

import app.partita.audio.AudioFiles;
import app.partita.audio.ClipReport;
import app.partita.audio.OutputFormat;
import app.partita.audio.PcmReader;
import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Turns a complete work file into stem files of the song's own rate, channels and length.
 *
 * <p>A mono song has mono stems. Of a song with more than two channels, front left and right were separated; the
 * others go unchanged into {@code other}, and are silent in the rest. MP3 holds only the first two.
 */
public final class StemFinisher {

    private static final int BLOCK_FRAMES = 8192;
    private static final int MP3_CHANNELS = 2;
    /** Decoded twice, a song has one length; resampling rounds. More than this is another song. */
    private static final double LENGTH_TOLERANCE_SECONDS = 0.1;

    private final AudioFiles audio;
    private final StemShelf shelf;

    /** @param shelf from which the stems are heard that may be replaced */
    public StemFinisher(AudioFiles audio, StemShelf shelf) {
        this.audio = audio;
        this.shelf = shelf;
    }

    /**
     * Where and how stems are written.
     *
     * @param folder the folder that shall appear
     * @param force  whether the stems in an existing folder are replaced
     */
    public record Output(Path folder, OutputFormat format, Remainder remainder, boolean force) {}

    /** Told how far it is, on the thread that writes. */
    @FunctionalInterface
    public interface Listener {

        /**
         * So many of the song's frames are written.
         *
         * @param expected an estimate until the end, never below {@code frames}
         */
        void written(long frames, long expected);

        /** The stems are whole, still in this hidden folder, under the names that they will have. */
        default void whole(Path hidden, FinishedStems stems) { }

        /** The disk has the stems, and they appear next: the last moment to throw a {@link CancellationException}. */
        default void appearing() { }
    }

    /**
     * Decodes the song once more and writes all stems in step with it.
     *
     * @param work      complete; left as it was
     * @param cancelled asked between blocks of a fraction of a second of song, and until the stems appear
     * @throws CancellationException when {@code cancelled} answers true; nothing is left behind then, nor after a fault
     */
    public FinishedStems finish(SongInfo song, StemWorkFile work, Output output, Listener listener,
                                BooleanSupplier cancelled) throws Fault {
        try (StemFolder folder = StemFolder.start(output.folder(), output.force())) {
            FinishedStems finished = writeTold(song, work, output, folder, listener, cancelled);
            listener.whole(folder.hidden(), finished);
            folder.flush(cancelled);
            listener.appearing();
            shelf.whileClosed(folder.target(), folder::publish);
            return finished;
        } catch (Fault fault) {
            if (cancelled.getAsBoolean()) {
                // What was closed under a blocked thread may call that a failure.
                throw (CancellationException) new CancellationException().initCause(fault);
            }
            throw fault;
        }
    }

    private FinishedStems writeTold(SongInfo song, StemWorkFile work, Output output, StemFolder folder,
                                    Listener listener, BooleanSupplier cancelled) throws Fault {
        try {
            return write(song, work, output, folder, listener, cancelled);
        } catch (Fault fault) {
            throw folder.told(fault);
        }
    }

    private FinishedStems write(SongInfo song, StemWorkFile work, Output output, StemFolder folder,
                                Listener listener, BooleanSupplier cancelled) throws Fault {
        try (PcmReader source = audio.decode(song)) {
            int rate = source.sampleRate();
            var shape = new StemShape(source.channels(), output.format() == OutputFormat.MP3 ? MP3_CHANNELS
                    : Integer.MAX_VALUE);
            try (var stems = StemReaders.open(audio, work, shape.front(), rate);
                    var files = StemWriters.open(audio, song, work.stems(), output.format(), rate, shape, folder);
                    var _ = new CancelWatch(cancelled, () -> closeAll(source, stems, files))) {
                long expected = Math.round((double) work.length().orElseThrow() * rate / work.sampleRate());
                long frames = pump(source, stems, files, work, output.remainder(), shape,
                        done -> listener.written(done, Math.max(done, expected)), cancelled);
                if (Math.abs(frames - expected) > LENGTH_TOLERANCE_SECONDS * rate) {
                    throw FaultKind.SONG_CHANGED.fault(song.path());
                }
                Map<StemKind, ClipReport> clips = files.finish();
                int written = output.format().rateFor(rate);
                return new FinishedStems(folder.target(), files.places(folder.target()), frames * written / rate,
                        written, shape.written(), clips, warnings(source, shape, written, clips));
            }
        }
    }

    /** Frees a thread that is blocked in one of them. */
    private static void closeAll(PcmReader source, StemReaders stems, StemWriters files) {
        source.close();
        stems.close();
        files.close();
    }

    private interface Progress {
        void written(long frames);
    }

    private static long pump(PcmReader source, StemReaders stems, StemWriters files, StemWorkFile work,
                             Remainder remainder, StemShape shape, Progress progress, BooleanSupplier cancelled)
            throws Fault {
        var shares = new RemainderShares(work.stems(), shape.front(), source.sampleRate());
        var song = new float[BLOCK_FRAMES * shape.song()];
        var front = new float[BLOCK_FRAMES * shape.front()];
        float[][] blocks = new float[work.stems().size()][BLOCK_FRAMES * shape.front()];
        long frames = 0;
        int got = source.read(song, 0, BLOCK_FRAMES);
        while (got > 0) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            stems.read(blocks, got);
            if (remainder == Remainder.SHARED) {
                shape.takeFront(song, front, got);
                shares.add(front, blocks, got);
            }
            files.write(blocks, song, got);
            frames += got;
            progress.written(frames);
            got = source.read(song, 0, BLOCK_FRAMES);
        }
        return frames;
    }

    private static List<String> warnings(PcmReader source, StemShape shape, int rate,
                                         Map<StemKind, ClipReport> clips) {
        var warnings = new ArrayList<>(source.warnings());
        if (rate != source.sampleRate()) {
            warnings.add("The song has " + source.sampleRate() + " frames a second, which MP3 does not know: the stems"
                    + " have " + rate + ".");
        }
        if (shape.written() < shape.song()) {
            warnings.add("The song has " + shape.song() + " channels: its first two were separated, the others are"
                    + " left out, since MP3 holds two.");
        } else if (shape.song() > shape.front()) {
            warnings.add("The song has " + shape.song() + " channels: front left and right were separated, the others"
                    + " are unchanged in the stem \"other\".");
        }
        clips.forEach((stem, clip) -> {
            if (clip.samples() > 0) {
                warnings.add(String.format(Locale.ROOT, "%s: %d samples were louder than the format holds, by up to"
                        + " %.1f dB, and were cut; wav32f keeps them.", stem.id(), clip.samples(),
                        20 * Math.log10(clip.peak())));
            }
        });
        return warnings;
    }
}
