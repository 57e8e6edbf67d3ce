package app.partita.player;

import app.partita.audio.AudioFiles;
import app.partita.audio.PcmReader;
import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import app.partita.stems.StemKind;
import app.partita.stems.StemShelf;
import app.partita.stems.WavStem;
import app.partita.stems.WorkFolder;
import app.partita.stems.WorkFolders;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts the tracks of one song together; what was opened is closed in the opposite order. */
final class SourceBuilder {

    private static final Logger LOG = System.getLogger(SourceBuilder.class.getName());

    private final AudioFiles audio;
    private final StemShelf shelf;
    private final WorkFolders scratch;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final List<StemKind> stems = new ArrayList<>();
    private final List<Track> tracks = new ArrayList<>();
    private final List<BackgroundDecode.Decoder> decoders = new ArrayList<>();
    private Optional<Track> original = Optional.empty();
    private Optional<WorkFolder> folder = Optional.empty();
    private int sampleRate;
    private int channels;

    SourceBuilder(AudioFiles audio, StemShelf shelf, WorkFolders scratch) {
        this.audio = audio;
        this.shelf = shelf;
        this.scratch = scratch;
    }

    void addStem(StemKind stem, Path file) throws Fault {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".wav")) {
            WavStem wav = shelf.open(file);
            opened.push(wav);
            agree(file, wav.sampleRate(), wav.channels());
            tracks.add(new Track.InPlace(wav));
        } else {
            SongInfo info = audio.probe(file);
            agree(file, info.sampleRate(), info.channels());
            tracks.add(decoded(stem.id(), info, audio.decode(info)));
        }
        stems.add(stem);
    }

    private void agree(Path file, int rate, int width) throws Fault {
        if (tracks.isEmpty()) {
            sampleRate = rate;
            channels = width;
        } else if (rate != sampleRate || width != channels) {
            throw new Fault(file + " has " + width + " channels of " + rate + " frames a second, unlike the other stems.",
                    "Separate the song again.");
        }
    }

    void addOriginalIfReadable(Path song) {
        try {
            addOriginal(song);
        } catch (Fault fault) {
            LOG.log(Level.INFO, "the stems are played without their song", fault);
        }
    }

    void addOriginal(Path song) throws Fault {
        SongInfo info = audio.probe(song);
        if (tracks.isEmpty()) {
            agree(song, info.sampleRate(), info.channels());
        }
        boolean asItIs = info.sampleRate() == sampleRate && info.channels() >= channels;
        original = Optional.of(decoded("original", info,
                asItIs ? audio.decode(info) : audio.decodeStereo(info, sampleRate)));
    }

    private Track decoded(String name, SongInfo info, PcmReader reader) throws Fault {
        opened.push(reader);
        if (folder.isEmpty()) {
            folder = Optional.of(scratch.open());
            // Beneath all that was opened so far: the folder goes last.
            opened.addLast(folder.get());
        }
        MixtureFile file = MixtureFile.create(folder.get().path().resolve(name + ".f32"), channels);
        opened.push(file);
        double scale = (double) sampleRate / info.sampleRate();
        file.expect(Math.round(info.declaredFrames().isPresent() ? info.declaredFrames().getAsLong() * scale
                : info.estimatedSeconds().orElse(0) * sampleRate));
        decoders.add(new BackgroundDecode.Decoder(reader, file));
        return new Track.Decoded(file);
    }

    SongSource build() {
        if (!decoders.isEmpty()) {
            BackgroundDecode decoding = new BackgroundDecode(decoders);
            opened.push(decoding);
            decoding.start();
        }
        return new FinishedSource(stems, sampleRate, channels, tracks, original, this::abandon);
    }

    /** Closes all that was opened. */
    void abandon() {
        while (!opened.isEmpty()) {
            try (AutoCloseable last = opened.pop()) {
                LOG.log(Level.TRACE, "closing {0}", last);
            } catch (Exception failed) {
                LOG.log(Level.WARNING, "something of a song could not be closed", failed);
            }
        }
    }
}
