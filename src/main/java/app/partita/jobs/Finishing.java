package app.partita.jobs;

import app.partita.stems.FinishedStems;
import app.partita.stems.StemFinisher;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows the saving of one song's stems, counts their checksums and waits for what is found out about the song before
 * they appear: once they are in place, nothing is left to be done that a killed program could leave undone.
 */
final class Finishing implements StemFinisher.Listener {

    /** Counting takes about this part of the time that saving takes. */
    private static final double CHECKSUMS_SHARE = 0.2;

    private final Path song;
    private final SongSeparation.Keeping keeping;
    private final Hearing hearing;
    private final ProgressMeter meter;
    private final RunControl control;
    private final double writingShare;
    private final Set<String> warnings;
    private SongSeparation.Separated separated;

    /** @param warnings of all that came before */
    Finishing(Path song, Set<String> warnings, SongSeparation.Keeping keeping, Hearing hearing, ProgressMeter meter,
              RunControl control) {
        this.song = song;
        this.warnings = warnings;
        this.keeping = keeping;
        this.hearing = hearing;
        this.meter = meter;
        this.control = control;
        this.writingShare = keeping.checksums() == Checksums.NONE ? 1 : 1 - CHECKSUMS_SHARE;
        meter.saving(0);
    }

    @Override
    public void written(long frames, long expected) {
        control.checkpoint();
        meter.saving(writingShare * frames / Math.max(1, expected));
    }

    @Override
    public void whole(Path hidden, FinishedStems stems) {
        JobResult result = keeping.checksums().of(song, hidden, stems, fraction -> {
            control.checkpoint();
            meter.saving(writingShare + (1 - writingShare) * fraction);
        }).with(hearing.findings(control::checkpoint));
        Set<String> all = new LinkedHashSet<>(warnings);
        all.addAll(stems.warnings());
        separated = new SongSeparation.Separated(List.copyOf(all), result);
    }

    @Override
    public void appearing() {
        keeping.appearing().accept(separated);
        control.cancellation().settle();
    }

    /** What came of the song, after its stems are whole. */
    SongSeparation.Separated separated() {
        return separated;
    }
}
