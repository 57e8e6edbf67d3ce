package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.List;

/** Another source, of which the test knows what was wanted of it. */
final class WatchedSource implements SongSource {

    private final SongSource source;
    private long wanted = -1;

    WatchedSource(SongSource source) {
        this.source = source;
    }

    /** Waits until that frame was wanted first. */
    synchronized void awaitWish(long frame) throws InterruptedException {
        while (wanted != frame) {
            wait();
        }
    }

    @Override
    public void wantFirst(long frame) {
        source.wantFirst(frame);
        synchronized (this) {
            wanted = frame;
            notifyAll();
        }
    }

    @Override
    public List<StemKind> stems() {
        return source.stems();
    }

    @Override
    public int sampleRate() {
        return source.sampleRate();
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public long frames() {
        return source.frames();
    }

    @Override
    public Stretches ready() {
        return source.ready();
    }

    @Override
    public Stretches originalReady() {
        return source.originalReady();
    }

    @Override
    public void readStem(int stem, long frame, float[] interleaved, int offset, int frames) throws Fault {
        source.readStem(stem, frame, interleaved, offset, frames);
    }

    @Override
    public void readOriginal(long frame, float[] interleaved, int offset, int frames) throws Fault {
        source.readOriginal(frame, interleaved, offset, frames);
    }

    @Override
    public void close() {
        source.close();
    }
}
