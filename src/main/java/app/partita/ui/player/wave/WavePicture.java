package app.partita.ui.player.wave;

import app.partita.audio.peaks.Columns;
import app.partita.audio.peaks.PeakPyramid;
import app.partita.audio.peaks.SampleColumns;
import app.partita.fault.Fault;

/** A lane's waveform: from the pyramid at once, from the samples where the pyramid's cells are too long. */
final class WavePicture implements LanePicture {

    /** A cell drawn wider than that would show blocks, not sound. */
    private static final int WIDEST_CELL = 8;

    private final Track track;
    private final Columns columns = Columns.unknown(WaveTile.WIDTH);
    private LaneStyle dipped;
    private Ink ink;

    WavePicture(Track track) {
        this.track = track;
    }

    @Override
    public Rest paint(TileFrame frame, int[] pixels) {
        PeakPyramid peaks = track.peaks();
        boolean coarse = frame.framesPerPixel() < peaks.cell();
        if (!coarse || frame.framesPerPixel() * WIDEST_CELL >= peaks.cell()) {
            peaks.read(frame.from(), frame.framesPerPixel(), columns);
            paint(frame, columns, pixels);
        }
        return coarse ? () -> samples(frame, peaks) : null;
    }

    private Finish samples(TileFrame frame, PeakPyramid peaks) throws Fault {
        long first = Math.max(0, (long) Math.floor(frame.from()) - 1);
        int frames = (int) Math.ceil(frame.from() + WaveTile.WIDTH * frame.framesPerPixel() - first) + 2;
        float[] samples = new float[frames * track.channels()];
        track.read(first, samples, frames);
        Columns fine = Columns.unknown(WaveTile.WIDTH);
        SampleColumns.read(samples, track.channels(), first, frames, frame.from(), frame.framesPerPixel(), fine);
        Columns known = Columns.unknown(WaveTile.WIDTH);
        peaks.read(frame.from(), frame.framesPerPixel(), known);
        fine.keepKnown(known);
        return pixels -> paint(frame, fine, pixels);
    }

    private void paint(TileFrame frame, Columns columns, int[] pixels) {
        LaneStyle style = frame.style();
        if (!style.equals(dipped)) {
            ink = new Ink(style.colour(), style.opacity(), style.ground());
            dipped = style;
        }
        WavePainter.paint(pixels, frame.height(), columns, style.fullest(), ink, frame.framesPerPixel() < 1);
    }
}
