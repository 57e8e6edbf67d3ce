package app.partita.ui.player;

import app.partita.audio.peaks.PeakCache;
import app.partita.audio.peaks.PeakPyramid;
import app.partita.fault.Fault;
import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.player.SongSource;
import app.partita.player.SongSources;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.ui.player.OpenedSong.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens the best there is of a song: finished stems, stems that are being made, or the song alone. */
public final class QueueSongs implements SongOpener {

    private final SongSources sources;
    private final Function<String, Optional<LiveSong>> live;
    private final PeakCache peaks;
    private final SongMemory memory;
    private final Executor background;
    private final Executor drawing;

    /**
     * @param live       what of a job's stems there is while it runs
     * @param background not the thread that draws
     * @param drawing    the thread that draws
     */
    public QueueSongs(SongSources sources, Function<String, Optional<LiveSong>> live, PeakCache peaks,
                      SongMemory memory, Executor background, Executor drawing) {
        this.sources = sources;
        this.live = live;
        this.peaks = peaks;
        this.memory = memory;
        this.background = background;
        this.drawing = drawing;
    }

    @Override
    public void open(Job job, Consumer<OpenedSong> opened, Consumer<Fault> failed) {
        background.execute(() -> {
            try {
                OpenedSong song = open(job);
                drawing.execute(() -> opened.accept(song));
            } catch (Fault fault) {
                drawing.execute(() -> failed.accept(fault));
            }
        });
    }

    private OpenedSong open(Job job) throws Fault {
        if (job.state() == JobState.COMPLETED && !job.lost()) {
            Map<StemKind, Path> stems = stems(job);
            return opened(job, sources.finished(job.song(), stems), Origin.FINISHED, key(job, stems));
        }
        Optional<LiveSong> making = live.apply(job.id());
        if (making.isPresent()) {
            return opened(job, sources.live(making.get()), Origin.LIVE, "");
        }
        return opened(job, sources.original(job.song()), Origin.SONG, key(job, Map.of()));
    }

    /** @param key names what of it can be kept; empty for nothing */
    private OpenedSong opened(Job job, SongSource source, Origin origin, String key) {
        List<PeakPyramid> known = key.isEmpty() ? List.of() : peaks.load(key).orElse(List.of());
        return new OpenedSong(job, source, origin, memory.mixerOf(job), memory.musicOf(job, Music.of(job)),
                known.size() == source.stems().size() + 1 ? known : List.of(), whole -> {
                    if (!key.isEmpty()) {
                        peaks.save(key, whole);
                    }
                });
    }

    private static Map<StemKind, Path> stems(Job job) {
        Map<StemKind, Path> files = new LinkedHashMap<>();
        String ending = "." + job.settings().format().extension();
        Lane.of(job.stems()).forEach(lane -> lane.kind().ifPresent(kind ->
                files.put(kind, job.folder().resolve(kind.id() + ending))));
        return files;
    }

    /** Without the song, if it is gone: its stems can still be heard. */
    private static String key(Job job, Map<StemKind, Path> stems) throws Fault {
        List<Path> files = new ArrayList<>(stems.values());
        if (stems.isEmpty()) {
            files.add(job.song());
        }
        try {
            return PeakCache.keyOf(files);
        } catch (IOException gone) {
            throw new Fault("The stems of " + job.name() + " are not where they were.",
                    "Say where they are now: find missing files.", gone);
        }
    }
}
