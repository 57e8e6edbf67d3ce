package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** A song that is being separated, at the network's rate. */
final class LiveSource implements SongSource {

    /** Segments overlap: what lies so long before a place has its part in how that sounds in the end. */
    private static final int OVERLAP_SECONDS = 8;

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
    public Stretches lasting(Heard heard) {
        return heard == Heard.ORIGINAL ? Stretches.NONE.with(0, song.mixture().frames()) : song.stems().settled();
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
    public void wantLasting(long frame) {
        song.wantFirst(Math.max(0, frame - (long) OVERLAP_SECONDS * sampleRate()));
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            song.leave();
        }
    }
}
