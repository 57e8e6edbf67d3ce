package app.partita.jobs;

import app.partita.audio.AudioFiles;
import app.partita.audio.SongInfo;
import app.partita.engine.EngineListener;
import app.partita.engine.ListeningOrder;
import app.partita.engine.ModelSpec;
import app.partita.engine.Normalisation;
import app.partita.engine.SegmentNetwork;
import app.partita.engine.SeparationEngine;
import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemFinisher;
import app.partita.stems.StemShelf;
import app.partita.stems.StemWorkFile;
import app.partita.stems.WorkFolder;
import app.partita.stems.WorkFolders;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Separates one song wholly: from its file to the folder of its stems. */
public final class SongSeparation {

    private final AudioFiles audio;
    private final WorkFolders workFolders;
    private final NetworkShelf networks;
    private final StemShelf shelf;
    private final SongEar.Maker ears;
    private final SongThreads threads = new SongThreads();

    /** One whose stems nobody listens to, not even to find out about them. */
    public SongSeparation(AudioFiles audio, WorkFolders workFolders, NetworkShelf networks) {
        this(audio, workFolders, networks, new StemShelf(), SongEar.Maker.DEAF);
    }

    /**
     * One whose stems are listened to.
     *
     * @param shelf from which the stems of earlier separations are heard
     * @param ears  that find out about the songs
     */
    public SongSeparation(AudioFiles audio, WorkFolders workFolders, NetworkShelf networks, StemShelf shelf,
                          SongEar.Maker ears) {
        this.audio = audio;
        this.workFolders = workFolders;
        this.networks = networks;
        this.shelf = shelf;
        this.ears = ears;
    }

    /** What came of a song: what a person should know, and what is kept of its stems. */
    record Separated(List<String> warnings, JobResult result) {}

    /**
     * What is kept of finished stems.
     *
     * @param checksums of the song and of the stems, counted before these appear
     * @param appearing told what comes of the song just before its stems appear, or, if it is cancelled in that moment,
     *                  do not
     */
    record Keeping(Checksums checksums, Consumer<Separated> appearing) {}

    /**
     * Separates the job's song.
     *
     * @param facts told once what the song says about itself, on another thread
     * @throws Fault if anything keeps the stems from being made; what is made of them may be kept for another time
     * @throws CancellationException if it was cancelled: nothing is left behind, or, where a disk does not let go of it,
     *                               nothing will be ({@link #awaitLeft}); or if it was interrupted: what is made of the
     *                               stems is kept
     */
    Separated run(Job job, Keeping keeping, Consumer<SongFacts> facts, ProgressMeter meter, RunControl control)
            throws Fault {
        AtomicReference<LentNetwork> lent = new AtomicReference<>();
        return threads.run(() -> separate(job, keeping, facts, meter, control, lent), control.cancellation(),
                () -> lent.get() == null || lent.get().takeAway());
    }

    /** Waits until songs that were left to themselves have ended, or {@code over} answers true. */
    public boolean awaitLeft(BooleanSupplier over) {
        return threads.awaitLeft(over);
    }

    private Separated separate(Job job, Keeping keeping, Consumer<SongFacts> facts, ProgressMeter meter,
                               RunControl control, AtomicReference<LentNetwork> lent) throws Fault {
        Cancellation cancellation = control.cancellation();
        Disk.requireFolder(job);
        SongInfo song = audio.probe(job.song(), cancellation);
        facts.accept(SongFacts.of(song));
        cancellation.check();
        LentNetwork network = new LentNetwork(networks.borrow(job.settings().model(), new LoadProgress(meter),
                cancellation));
        lent.set(network);
        boolean sound = false;
        try {
            Separated separated = separate(job, song, network, keeping, meter, control);
            sound = true;
            return separated;
        } catch (Fault | CancellationException usable) {
            sound = true;
            throw usable;
        } finally {
            if (sound) {
                network.close();
            } else {
                network.discard();
            }
        }
    }

    private Separated separate(Job job, SongInfo song, SegmentNetwork network, Keeping keeping,
                               ProgressMeter meter, RunControl control) throws Fault {
        ModelSpec spec = network.spec();
        meter.reading(0);
        ListeningOrder order = new ListeningOrder();
        try (LiveSong live = LiveSong.start(workFolder(job, song, spec, control.cancellation()), spec.stems(),
                spec.channels(), spec.sampleRate(), order::wantFirst)) {
            control.live(Optional.of(live));
            return separate(job, song, network, live, order, keeping, meter, control);
        } finally {
            control.live(Optional.empty());
        }
    }

    /** A folder for what the job takes, with room for it; work files that nobody uses give way. */
    private WorkFolder workFolder(Job job, SongInfo song, ModelSpec spec, Cancellation cancellation) throws Fault {
        WorkFolder folder = workFolders.open(WorkKey.of(job));
        try {
            try {
                Disk.require(job, song, spec, folder);
            } catch (Fault tooSmall) {
                threads.awaitLeft(cancellation);
                workFolders.removeUnused();
                Disk.require(job, song, spec, folder);
            }
            return folder;
        } catch (Fault tooSmall) {
            try (folder) {
                throw tooSmall;
            }
        }
    }

    private Separated separate(Job job, SongInfo song, SegmentNetwork network, LiveSong live, ListeningOrder order,
                               Keeping keeping, ProgressMeter meter, RunControl control) throws Fault {
        try (Hearing hearing = Hearing.start(live, ears)) {
            Set<String> warnings = new LinkedHashSet<>(song.warnings());
            warnings.addAll(network(job, song, network, live, hearing, order, meter, control));
            Finishing finishing = new Finishing(job.song(), warnings, keeping, hearing, meter, control);
            finish(job, song, live.stems(), finishing, control);
            live.done();
            return finishing.separated();
        } catch (Fault | CancellationException ended) {
            // Half of the stems would only be in the way on a full disk, or of somebody who does not want them.
            boolean saveable = live.stems().length().isPresent() && !control.cancellation().getAsBoolean();
            if (saveable || control.cancellation().isInterrupted()) {
                live.keep();
            }
            throw ended;
        }
    }

    /** Decodes and separates side by side, in the order in which somebody listens. */
    private List<String> network(Job job, SongInfo song, SegmentNetwork network, LiveSong live, Hearing hearing,
                                 ListeningOrder order, ProgressMeter meter, RunControl control) throws Fault {
        Cancellation cancellation = control.cancellation();
        ModelSpec spec = network.spec();
        MixtureFile mixture = live.mixture();
        long firstPass = (long) Normalisation.SECONDS * spec.sampleRate();
        mixture.expect(Math.round(SongLength.seconds(song) * spec.sampleRate()));
        EarWaits turn = new EarWaits(live, order, firstPass, spec.segmentFrames());
        try (EarlyDecoding early = EarlyDecoding.start(second -> audio.decodeStereoFrom(song, spec.sampleRate(), second),
                mixture, order, firstPass, spec);
                Decoding decoding = Decoding.start(audio, song, spec, mixture, frames -> {
                    meter.reading((double) frames / Math.min(firstPass, mixture.expectedFrames()));
                    early.changed();
                }, turn)) {
            order.onWish(() -> {
                turn.changed();
                early.changed();
            });
            Normalisation normalisation = Normalisation.measure(mixture, firstPass, cancellation);
            if (mixture.frames() == 0) {
                throw new Fault(job.song() + " holds no sound: it is 0 samples long.", "Choose another file.");
            }
            meter.separating();
            new SeparationEngine(network).separate(mixture, normalisation, job.settings().options(),
                    order, live.stems(), new NetworkProgress(meter, hearing, turn, control), cancellation);
            hearing.settled();
            return decoding.warnings();
        }
    }

    private void finish(Job job, SongInfo song, StemWorkFile stems, Finishing finishing, RunControl control)
            throws Fault {
        JobSettings settings = job.settings();
        new StemFinisher(audio, shelf).finish(song, stems,
                new StemFinisher.Output(job.folder(), settings.format(), settings.remainder(), settings.force()),
                finishing, control.cancellation());
    }

    private record LoadProgress(ProgressMeter meter) implements NetworkLoader.Listener {

        @Override
        public void asking() {
            meter.asking();
        }

        @Override
        public void answered() {
            meter.answered();
        }

        @Override
        public void fetching(double fraction) {
            meter.fetching(fraction);
        }

        @Override
        public void loading() {
            meter.loading();
        }
    }

    private record NetworkProgress(ProgressMeter meter, Hearing hearing, EarWaits turn, RunControl control)
            implements EngineListener {

        @Override
        public void segmentProgress(int done, int expectedTotal, double fractionOfCurrent) {
            control.checkpoint();
            meter.separating(done, expectedTotal, fractionOfCurrent);
        }

        @Override
        public void resumed(int done, int expectedTotal) {
            meter.resumed(done, expectedTotal);
        }

        @Override
        public void stretchReady(long from, long to) {
            turn.changed();
        }

        @Override
        public void stretchFinal(long from, long to) {
            hearing.settled();
        }
    }
}
