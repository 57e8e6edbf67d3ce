package app.partita.ui.player.wave;

import app.partita.audio.peaks.Columns;
import app.partita.audio.spectra.Levels;
import app.partita.audio.spectra.SpectrumReader;
import java.util.Optional;

/**
 * A lane's spectrogram: low tones below, high ones above, loud ones light. Computed in the background, tile by tile,
 * where somebody looks; until then it shows what was computed of the same sound at another zoom.
 */
final class SpectrumPicture implements LanePicture {

    private final Track track;
    private final SpectrumReader reader = new SpectrumReader();
    private final SpectrumMemory memory = new SpectrumMemory();

    SpectrumPicture(Track track) {
        this.track = track;
    }

    @Override
    public Rest paint(TileFrame frame, int[] pixels) {
        Optional<Levels> known = memory.find(frame);
        paint(frame, known.orElseGet(() -> memory.guess(frame)), pixels);
        return known.isPresent() ? null : () -> {
            Levels levels = reader.read(track::read, track.channels(), track.sampleRate(), frame.from(),
                    frame.framesPerPixel(), WaveTile.WIDTH, frame.height());
            return tile -> {
                memory.keep(frame, levels);
                paint(frame, levels, tile);
            };
        };
    }

    @Override
    public boolean isSlow() {
        return true;
    }

    @Override
    public void changed(long fromFrame, long toFrame) {
        memory.forget(fromFrame, toFrame);
    }

    /** Of columns of which nothing is known, nothing. */
    private void paint(TileFrame frame, Levels levels, int[] pixels) {
        int[] colours = Viridis.pixels(frame.style().opacity(), frame.style().ground());
        Columns known = Columns.unknown(WaveTile.WIDTH);
        track.peaks().read(frame.from(), frame.framesPerPixel(), known);
        for (int row = 0; row < frame.height(); row++) {
            int line = (frame.height() - 1 - row) * WaveTile.WIDTH;
            for (int column = 0; column < WaveTile.WIDTH; column++) {
                pixels[line + column] = known.known(column) ? colours[levels.step(column, row)] : 0;
            }
        }
    }
}
