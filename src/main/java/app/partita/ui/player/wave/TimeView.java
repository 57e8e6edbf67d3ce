package app.partita.ui.player.wave;

/**
 * Which part of a song is in sight: how frames and pixels correspond. The left edge lies on a whole pixel, so that
 * what is drawn once can be shifted.
 *
 * @param left           how far the left edge is from the song's beginning, in pixels
 * @param framesPerPixel the zoom
 * @param width          in pixels
 * @param frames         the song's length
 * @param sampleRate     frames a second
 */
public record TimeView(double left, double framesPerPixel, double width, long frames, int sampleRate) {

    /** Where a frame is, in pixels from the left edge. */
    public double x(double frame) {
        return frame / framesPerPixel - left;
    }

    /** Which frame is at that pixel from the left edge; within the song. */
    public long frame(double x) {
        return Math.clamp(Math.round((x + left) * framesPerPixel), 0, Math.max(0, frames));
    }

    /** The same for seconds. */
    public double xOfSecond(double seconds) {
        return x(seconds * sampleRate);
    }

    public double pixelsPerSecond() {
        return sampleRate / framesPerPixel;
    }

    /** How wide the whole song is, in pixels. */
    public double contentWidth() {
        return frames / framesPerPixel;
    }
}
