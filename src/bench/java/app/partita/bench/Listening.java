package app.partita.bench;

import app.partita.audio.AudioFiles;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import app.partita.jobs.Checksums;
import app.partita.jobs.Duplicates;
import app.partita.jobs.JobPlanner;
import app.partita.jobs.JobQueue;
import app.partita.jobs.JobRunner;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobStore;
import app.partita.jobs.NetworkShelf;
import app.partita.jobs.QueueOrderStore;
import app.partita.jobs.QueueParts;
import app.partita.jobs.SongSeparation;
import app.partita.jobs.host.Wakefulness;
import app.partita.player.MixerState;
import app.partita.player.SongSources;
import app.partita.player.StemPlayer;
import app.partita.stems.LiveSong;
import app.partita.stems.StemShelf;
import app.partita.stems.Stretches.Stretch;
import app.partita.stems.WorkFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * How soon a song sounds while it is being separated, with the released network: from the drop to the first sample that
 * is given to the sink, and from clicks far ahead to theirs, in seconds and in warm segments.
 *
 * <p>Arguments: the program's data folder with the weights in it, a song of some minutes, a folder for the stems,
 * threads, how many clicks, for how many seconds the window has been open at the first drop. The song is dropped twice.
 */
final class Listening {

    private static final double NANOS = 1e9;
    private static final int SEGMENTS = 5;
    private static final double MOST_PAUSE_SECONDS = 2;
    /** The percentage at which the network begins. */
    private static final int SEPARATING = 15;

    private Listening() {
    }

    public static void main(String[] arguments) throws Exception {
        Path home = Path.of(arguments[0]);
        Path song = Path.of(arguments[1]);
        Path out = Files.createTempDirectory(Path.of(arguments[2]), "listening-");
        int threads = Integer.parseInt(arguments[3]);
        int clicks = Integer.parseInt(arguments[4]);
        HtDemucsLoader loader = new HtDemucsLoader(Kernels.best(), home.resolve("cache"));
        AudioFiles audio = new AudioFiles(home.resolve("native"));
        WorkFolders work = new WorkFolders(out.resolve("work"));
        ClockedOutput output = new ClockedOutput();
        try (NetworkShelf shelf = new NetworkShelf((model, listener, cancelled) -> {
                listener.loading();
                return loader.load(model, home.resolve("models").resolve("htdemucs.weights"), threads);
            });
                var later = Executors.newSingleThreadScheduledExecutor();
                var disk = Executors.newSingleThreadExecutor();
                var background = Executors.newSingleThreadExecutor();
                StemPlayer player = new StemPlayer(output)) {
            JobRunner runner = new JobRunner(new SongSeparation(audio, work, shelf), InstantSource.system(),
                    Checksums.NONE, "");
            try (JobQueue queue = new JobQueue(new QueueParts(new JobStore(out.resolve("jobs"), out.resolve("aside")),
                    new QueueOrderStore(out.resolve("queue.json"), later),
                    (job, run) -> Thread.ofPlatform().start(run), runner, new JobPlanner(InstantSource.system()),
                    audio::probe, Wakefulness.NONE, out.resolve("work"), disk, background, InstantSource.system()))) {
                queue.restore();
                shelf.warmUp(JobSettings.DEFAULT_MODEL, () -> true);
                LockSupport.parkNanos((long) (Double.parseDouble(arguments[5]) * NANOS));
                var sources = new SongSources(audio, new StemShelf(), work);
                for (String run : List.of("first", "second")) {
                    Path folder = Files.createDirectories(out.resolve(run));
                    Path copy = Files.copy(song, folder.resolve(song.getFileName()));
                    new Listening().measure(run, queue, sources, player, output, copy, clicks);
                }
            }
        }
    }

    private void measure(String run, JobQueue queue, SongSources sources, StemPlayer player, ClockedOutput output,
                         Path song, int clicks) throws Exception {
        long dropped = System.nanoTime();
        String id = queue.add(List.of(song), JobSettings.DEFAULT, Duplicates.ASK).added().getFirst().id();
        await(() -> queue.live(id).isPresent());
        double loaded = (System.nanoTime() - dropped) / NANOS;
        LiveSong live = queue.live(id).orElseThrow();
        player.open(sources.live(live), MixerState.UNITY);
        output.listen();
        player.play();
        await(() -> queue.job(id).orElseThrow().progress().percent() >= SEPARATING);
        double separating = (System.nanoTime() - dropped) / NANOS;
        await(() -> output.firstSound() != 0);
        double start = (output.firstSound() - dropped) / NANOS;

        System.out.printf(Locale.ROOT, "%s: model loaded %.2f s, network begun %.2f s, first sound %.2f s after the drop%n",
                run, loaded, separating, start);
        click(live, player, output, clicks);
        await(() -> live.mixture().length().isPresent());
        Pace pace = Pace.measure(live);
        System.out.printf(Locale.ROOT, "%s: warm segment %.2f s while it plays; first sound one warm segment + %.2f s"
                + " after the drop; separated %.2f times as fast as it plays%n", run, pace.segment(), start - pace.segment(), pace.speed());
        player.eject();
        queue.cancel(List.of(id));
        await(() -> queue.job(id).orElseThrow().state().isOver());
    }

    /** Clicks at random places far from all that is there, somewhere within the running segment. */
    private static void click(LiveSong live, StemPlayer player, ClockedOutput output, int clicks) {
        Random random = new Random(1);
        int rate = live.stems().sampleRate();
        for (int click = 0; click < clicks; click++) {
            Optional<Stretch> gap = live.stems().ready().missing(0, live.mixture().expectedFrames()).stream()
                    .filter(missing -> missing.to() - missing.from() > 20L * rate)
                    .reduce((_, last) -> last);
            if (gap.isEmpty()) {
                break;
            }
            long length = gap.get().to() - gap.get().from();
            long frame = gap.get().from() + length / 4 + random.nextLong(length / 2);
            LockSupport.parkNanos((long) (random.nextDouble() * MOST_PAUSE_SECONDS * NANOS));
            if (live.stems().ready().endOf(frame) > frame) {
                continue;
            }
            boolean decoded = live.mixture().frames() > frame;
            long clicked = System.nanoTime();
            output.quiet(player, frame);
            output.listen();
            await(() -> output.firstSound() != 0);
            double wait = (output.firstSound() - clicked) / NANOS;
            // Other programs take their share: the segment right after this one is what it is compared with.
            double next = awaitSegment(live);
            System.out.printf(Locale.ROOT, "  a click at %.1f s, %s, sounds after %.2f s = %.2f segments + 0.5 s; the"
                    + " next segment %.2f s%n", (double) frame / rate, decoded ? "decoded" : "not yet decoded", wait,
                    (wait - 0.5) / next, next);
        }
    }

    /** The seconds until one more stretch can be heard: after a click a whole segment. */
    private static double awaitSegment(LiveSong live) {
        long begun = System.nanoTime();
        long before = live.stems().ready().frames();
        await(() -> live.stems().ready().frames() > before);
        return (System.nanoTime() - begun) / NANOS;
    }

    /**
     * How fast a song is separated where it is in its order, one final stretch a segment.
     *
     * @param segment seconds for one
     * @param speed   seconds of the song a second
     */
    private record Pace(double segment, double speed) {

        static Pace measure(LiveSong live) {
            awaitFinalStretch(live);
            long begun = System.nanoTime();
            long before = live.stems().settled().frames();
            for (int i = 0; i < SEGMENTS; i++) {
                awaitFinalStretch(live);
            }
            double seconds = (System.nanoTime() - begun) / NANOS;
            long frames = live.stems().settled().frames() - before;
            return new Pace(seconds / SEGMENTS, frames / seconds / live.stems().sampleRate());
        }

        private static void awaitFinalStretch(LiveSong live) {
            long before = live.stems().settled().frames();
            await(() -> live.stems().settled().frames() > before);
        }
    }

    private static void await(BooleanSupplier there) {
        while (!there.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
