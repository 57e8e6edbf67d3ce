package app.partita.ui.player.export;

import app.partita.audio.ClipReport;
import app.partita.audio.OutputFormat;
import app.partita.audio.SongTags;
import app.partita.fault.Fault;
import app.partita.player.ExportOrder;
import app.partita.player.SongSource;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Writes what is heard of a song to a file; see {@link app.partita.player.MixExport}. */
@FunctionalInterface
public interface MixWriter {

    /**
     * Writes on the calling thread.
     *
     * @param progress told how much is done, 0 to 1
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    ClipReport write(SongSource source, ExportOrder order, Path file, OutputFormat format, SongTags tags,
                     DoubleConsumer progress, BooleanSupplier cancelled) throws Fault;
}
