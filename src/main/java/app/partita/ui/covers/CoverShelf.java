package app.partita.ui.covers;

import app.partita.fault.Fault;
import app.partita.jobs.JobSource;
import java.io.ByteArrayInputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.image.Image;

/**
 * Keeps the covers that were shown last, decoded and small, and has missing ones fetched in the background: those that
 * were asked for last come first, and those that have long been scrolled past not at all. For the thread that draws.
 */
public final class CoverShelf {

    /** Enough for the side of a cover in a row on a screen of 200 %. */
    public static final int SIZE = 96;

    private static final Logger LOG = System.getLogger(CoverShelf.class.getName());
    /** About 9 MB of pixels. */
    private static final int KEPT = 256;
    /** More than the rows of a 4K screen. */
    private static final int WAITING = 96;

    private final Covers covers;
    private final Executor background;
    private final Executor drawing;
    private final Map<JobSource, Optional<Image>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<JobSource, Optional<Image>> eldest) {
            return size() > KEPT;
        }
    };
    private final LinkedHashMap<JobSource, List<Consumer<Image>>> wanted = new LinkedHashMap<>();
    private boolean fetching;

    /**
     * @param background where files are read and pictures are decoded
     * @param drawing    the thread that draws
     */
    public CoverShelf(Covers covers, Executor background, Executor drawing) {
        this.covers = covers;
        this.background = background;
        this.drawing = drawing;
    }

    /** Gives the cover of a song: at once if it is on the shelf, else when it was fetched; never if there is none. */
    public void ask(JobSource song, Consumer<Image> taker) {
        Optional<Image> there = kept.get(song);
        if (there != null) {
            there.ifPresent(taker);
            return;
        }
        List<Consumer<Image>> takers = wanted.remove(song);
        List<Consumer<Image>> all = takers == null ? new ArrayList<>() : takers;
        all.add(taker);
        wanted.putLast(song, all);
        if (wanted.size() > WAITING) {
            wanted.pollFirstEntry();
        }
        fetchNext();
    }

    private void fetchNext() {
        if (fetching || wanted.isEmpty()) {
            return;
        }
        fetching = true;
        JobSource song = wanted.lastEntry().getKey();
        background.execute(() -> {
            Optional<Image> found = fetch(song);
            drawing.execute(() -> fetched(song, found));
        });
    }

    private void fetched(JobSource song, Optional<Image> found) {
        fetching = false;
        kept.put(song, found);
        List<Consumer<Image>> takers = wanted.remove(song);
        if (takers != null) {
            found.ifPresent(image -> takers.forEach(taker -> taker.accept(image)));
        }
        fetchNext();
    }

    private Optional<Image> fetch(JobSource song) {
        try {
            return covers.of(song.path(), SIZE)
                    .map(bytes -> new Image(new ByteArrayInputStream(bytes), SIZE, SIZE, true, true))
                    .filter(image -> !image.isError());
        } catch (Fault | RuntimeException unreadable) {
            LOG.log(Level.INFO, "no cover of a song", unreadable);
            return Optional.empty();
        }
    }
}
