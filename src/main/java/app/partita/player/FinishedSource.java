package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Stems that are in place and the song that they are of, or the song alone. */
final class FinishedSource implements SongSource {

    private final List<StemKind> stems;
    private final int sampleRate;
    private final int channels;
    private final List<Track> tracks;
    private final Optional<Track> original;
    private final Runnable closing;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param tracks   one for each stem
     * @param original none if the song cannot be read
     * @param closing  gives back all files
     */
    FinishedSource(List<StemKind> stems, int sampleRate, int channels, List<Track> tracks, Optional<Track> original,
                   Runnable closing) {
        this.stems = List.copyOf(stems);
        this.sampleRate = sampleRate;
        this.channels = channels;
        this.tracks = List.copyOf(tracks);
        this.original = original;
        this.closing = closing;
    }

    @Override
    public List<StemKind> stems() {
        return stems;
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int channels() {
        return channels;
    }

    @Override
    public long frames() {
        return tracks.isEmpty() ? original.orElseThrow().frames() : tracks.getFirst().frames();
    }

    @Override
    public Stretches ready() {
        return stretch(tracks.stream().mapToLong(Track::there).min().orElse(0));
    }

    @Override
    public Stretches originalReady() {
        return stretch(original.map(Track::there).orElse(0L));
    }

    private Stretches stretch(long there) {
        return Stretches.NONE.with(0, Math.min(there, frames()));
    }

    @Override
    public void readStem(int stem, long frame, float[] interleaved, int offset, int frames) throws Fault {
        tracks.get(stem).read(frame, interleaved, offset, frames);
    }

    @Override
    public void readOriginal(long frame, float[] interleaved, int offset, int frames) throws Fault {
        if (original.isPresent()) {
            original.get().read(frame, interleaved, offset, frames);
        } else {
            Arrays.fill(interleaved, offset, offset + frames * channels, 0);
        }
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            closing.run();
        }
    }
}
