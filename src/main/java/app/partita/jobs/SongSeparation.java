package app.partita.jobs;

import app.partita.audio.AudioFiles;
import app.partita.audio.SongInfo;
import app.partita.engine.EngineListener;
import app.partita.engine.ListeningOrder;
import app.partita.engine.ModelSpec;
import app.partita.engine.Normalisation;
import app.partita.engine.SegmentNetwork;
import app.partita.engine.SegmentOrder;
import app.partita.engine.SeparationEngine;
import app.partita.fault.Fault;
import app.partita.stems.FinishedStems;
import app.partita.stems.LiveSong;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemFinisher;
import app.partita.stems.StemShelf;
import app.partita.stems.StemWorkFile;
import app.partita.stems.WorkFolders;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

/** Separates one song wholly: from its file to the folder of its stems. */
public final class SongSeparation {

    private final AudioFiles audio;
    private final WorkFolders workFolders;
    private final NetworkShelf networks;
    private final StemShelf shelf;

    /** One whose stems nobody listens to. */
    public SongSeparation(AudioFiles audio, WorkFolders workFolders, NetworkShelf networks) {
        this(audio, workFolders, networks, new StemShelf());
    }

    /** @param shelf from which the stems of earlier separations are heard */
    public SongSeparation(AudioFiles audio, WorkFolders workFolders, NetworkShelf networks, StemShelf shelf) {
        this.audio = audio;
        this.workFolders = workFolders;
        this.networks = networks;
        this.shelf = shelf;
    }

    /**
     * Separates the job's song.
     *
     * @param facts told once what the song says about itself, on this thread
     * @return the stems in place, with everything that a person should know
     * @throws Fault if anything keeps the stems from being made; nothing is left behind
     * @throws java.util.concurrent.CancellationException if it was cancelled; nothing is left behind
     */
    FinishedStems run(Job job, Consumer<SongFacts> facts, ProgressMeter meter, RunControl control) throws Fault {
        Cancellation cancellation = control.cancellation();
        Disk.requireFolder(job);
        SongInfo song = audio.probe(job.song(), cancellation);
        facts.accept(SongFacts.of(song));
        cancellation.check();
        String model = job.settings().model();
        SegmentNetwork network = networks.borrow(model, new LoadProgress(meter), cancellation);
        boolean sound = false;
        try {
            FinishedStems finished = separate(job, song, network, meter, control);
            sound = true;
            return finished;
        } catch (Fault | CancellationException usable) {
            sound = true;
            throw usable;
        } finally {
            if (sound) {
                networks.giveBack(model, network);
            } else {
                network.close();
            }
        }
    }

    private FinishedStems separate(Job job, SongInfo song, SegmentNetwork network, ProgressMeter meter,
                                   RunControl control) throws Fault {
        ModelSpec spec = network.spec();
        Disk.require(job, song, spec, workFolders.root());
        meter.reading(0);
        ListeningOrder order = new ListeningOrder();
        try (LiveSong live = LiveSong.start(workFolders.open(), spec.stems(), spec.channels(), spec.sampleRate(),
                order::wantFirst)) {
            control.live(Optional.of(live));
            Set<String> warnings = new LinkedHashSet<>(song.warnings());
            warnings.addAll(network(job, song, network, live, order, meter, control));
            FinishedStems finished = finish(job, song, live.stems(), meter, control);
            warnings.addAll(finished.warnings());
            live.done();
            return new FinishedStems(finished.folder(), finished.files(), finished.frames(), finished.sampleRate(),
                    finished.channels(), finished.clips(), List.copyOf(warnings));
        } finally {
            control.live(Optional.empty());
        }
    }

    /** Decodes and separates side by side, in the order in which somebody listens. */
    private List<String> network(Job job, SongInfo song, SegmentNetwork network, LiveSong live, SegmentOrder order,
                                 ProgressMeter meter, RunControl control) throws Fault {
        Cancellation cancellation = control.cancellation();
        ModelSpec spec = network.spec();
        MixtureFile mixture = live.mixture();
        long firstPass = (long) Normalisation.SECONDS * spec.sampleRate();
        mixture.expect(Math.round(SongLength.seconds(song) * spec.sampleRate()));
        try (Decoding decoding = Decoding.start(audio, song, spec, mixture,
                frames -> meter.reading((double) frames / Math.min(firstPass, mixture.expectedFrames())))) {
            Normalisation normalisation = Normalisation.measure(mixture, firstPass, cancellation);
            if (mixture.frames() == 0) {
                throw new Fault(job.song() + " holds no sound: it is 0 samples long.", "Choose another file.");
            }
            meter.separating();
            new SeparationEngine(network).separate(mixture, normalisation, job.settings().options(),
                    order, live.stems(), new NetworkProgress(meter, control), cancellation);
            return decoding.warnings();
        }
    }

    private FinishedStems finish(Job job, SongInfo song, StemWorkFile stems, ProgressMeter meter,
                                 RunControl control) throws Fault {
        meter.saving(0);
        JobSettings settings = job.settings();
        return new StemFinisher(audio, shelf).finish(song, stems,
                new StemFinisher.Output(job.folder(), settings.format(), settings.remainder(), settings.force()),
                (frames, expected) -> {
                    control.checkpoint();
                    meter.saving((double) frames / Math.max(1, expected));
                }, control.cancellation());
    }

    private record LoadProgress(ProgressMeter meter) implements NetworkLoader.Listener {

        @Override
        public void fetching(double fraction) {
            meter.fetching(fraction);
        }

        @Override
        public void loading() {
            meter.loading();
        }
    }

    private record NetworkProgress(ProgressMeter meter, RunControl control) implements EngineListener {

        @Override
        public void segmentProgress(int done, int expectedTotal, double fractionOfCurrent) {
            control.checkpoint();
            meter.separating(done, expectedTotal, fractionOfCurrent);
        }
    }
}
