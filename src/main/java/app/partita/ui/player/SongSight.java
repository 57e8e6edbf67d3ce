package app.partita.ui.player;

import app.partita.audio.peaks.PeakPyramid;
import app.partita.fault.Fault;
import app.partita.player.SongSource;
import app.partita.ui.player.wave.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The waveforms of an open song, as far as they are known. */
final class SongSight implements AutoCloseable {

    private static final double ROOM = 0.96;
    private static final double QUIETEST = 0.05;

    private final SongSource source;
    private final Executor drawing;
    private final Changes changes;
    private final List<PeakPyramid> pyramids;
    private final List<PeakPyramid> stems;
    private final PeakPyramid original;
    private final PeakScan scan;
    private long changedFrom = Long.MAX_VALUE;
    private long changedTo;

    /** Told on the thread that draws that the waveforms changed there. */
    @FunctionalInterface
    interface Changes {

        void changed(long fromFrame, long toFrame);
    }

    /**
     * Begins to sum a song up, unless that was done before.
     *
     * @param before pyramids of the same song from another source, to be seen until they are replaced; may be none
     */
    SongSight(OpenedSong song, List<PeakPyramid> before, Executor background, Executor drawing, Changes changes) {
        this.source = song.source();
        this.drawing = drawing;
        this.changes = changes;
        pyramids = Stream.of(song.peaks(), before).filter(known -> known.size() == song.tracks()).findFirst()
                .orElseGet(() -> Stream.generate(() -> PeakPyramid.forLength(source.frames()))
                        .limit(song.tracks()).toList());
        stems = pyramids.subList(0, pyramids.size() - 1);
        original = pyramids.getLast();
        scan = new PeakScan(source, stems, original, background, new PeakScan.Listener() {
            @Override
            public void summed(long fromFrame, long toFrame) {
                SongSight.this.summed(fromFrame, toFrame);
            }

            @Override
            public void whole() {
                song.keep().accept(pyramids);
            }
        });
        if (!song.peaks().isEmpty()) {
            scan.close();
        }
    }

    List<PeakPyramid> pyramids() {
        return pyramids;
    }

    /** There may be more of the song now. */
    void look() {
        scan.look();
    }

    /** The stems in the order of the source, then the original. */
    List<Track> tracks() {
        List<Track> tracks = new ArrayList<>(IntStream.range(0, stems.size()).mapToObj(stem ->
                track(stems.get(stem), (frame, samples, frames) ->
                        source.readStem(stem, frame, samples, 0, frames))).toList());
        tracks.add(track(original, (frame, samples, frames) ->
                source.readOriginal(frame, samples, 0, frames)));
        return tracks;
    }

    /** The sample that reaches the edge of every lane: the mixture's loudest, with a little room. */
    double fullest() {
        double loudest = original.loudest();
        if (loudest == 0) {
            loudest = stems.stream().mapToDouble(PeakPyramid::loudest).max().orElse(0);
        }
        return loudest == 0 ? 1 : Math.max(QUIETEST, loudest) / ROOM;
    }

    @Override
    public void close() {
        scan.close();
    }

    private synchronized void summed(long fromFrame, long toFrame) {
        boolean told = changedTo > 0;
        changedFrom = Math.min(changedFrom, fromFrame);
        changedTo = Math.max(changedTo, toFrame);
        if (!told) {
            drawing.execute(this::tell);
        }
    }

    private void tell() {
        long from;
        long to;
        synchronized (this) {
            from = changedFrom;
            to = changedTo;
            changedFrom = Long.MAX_VALUE;
            changedTo = 0;
        }
        changes.changed(from, to);
    }

    private Track track(PeakPyramid pyramid, Reading reading) {
        return new Track() {
            @Override
            public PeakPyramid peaks() {
                return pyramid;
            }

            @Override
            public int channels() {
                return source.channels();
            }

            @Override
            public int sampleRate() {
                return source.sampleRate();
            }

            @Override
            public void read(long frame, float[] interleaved, int frames) throws Fault {
                reading.read(frame, interleaved, frames);
            }
        };
    }

    @FunctionalInterface
    private interface Reading {

        void read(long frame, float[] interleaved, int frames) throws Fault;
    }
}
