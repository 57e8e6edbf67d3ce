package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A song that is being separated, at the network's rate. */
final class LiveSource implements SongSource {

    private final LiveSong song;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** @param song joined; left when this is closed */
    LiveSource(LiveSong song) {
        this.song = song;
    }

    @Override
    public List<StemKind> stems() {
        return song.stems().stems();
    }

    @Override
    public int sampleRate() {
        return song.stems().sampleRate();
    }

    @Override
    public int channels() {
        return song.stems().channels();
    }

    @Override
    public long frames() {
        return song.mixture().expectedFrames();
    }

    @Override
    public Stretches ready() {
        return song.stems().ready();
    }

    @Override
    public Stretches originalReady() {
        return song.mixture().heard();
    }

    @Override
    public void readStem(int stem, long frame, float[] interleaved, int offset, int frames) throws Fault {
        song.stems().read(stem, frame, interleaved, offset, frames);
    }

    @Override
    public void readOriginal(long frame, float[] interleaved, int offset, int frames) throws Fault {
        song.mixture().read(frame, interleaved, offset, frames);
    }

    @Override
    public void wantFirst(long frame) {
        song.wantFirst(frame);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            song.leave();
        }
    }
}
