package app.partita.ui.player.wave;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * A piece of a lane's picture that is painted once and then only moved; for the thread that draws. What is painted is
 * seen only once it is shown, so that the renderer can go on with the picture before it.
 */
final class WaveTile extends ImageView {

    /** Device pixels. */
    static final int WIDTH = 256;

    /** To so many rows the picture's height is rounded up: what keeps its place is quicker to show. */
    private static final int ROWS = 16;

    private final int[] pixels;
    private final int[] shown;
    private final double scale;
    private final PixelBuffer<IntBuffer> buffer;
    private long index = Long.MIN_VALUE;
    private volatile long request;
    private volatile boolean dirty = true;

    /** @param scale device pixels a pixel */
    WaveTile(int deviceHeight, double scale) {
        this.scale = scale;
        pixels = new int[WIDTH * deviceHeight];
        shown = new int[pixels.length];
        buffer = new PixelBuffer<>(WIDTH, deviceHeight, IntBuffer.wrap(shown), PixelFormat.getIntArgbPreInstance());
        setImage(new WritableImage(buffer));
        setFitWidth(WIDTH / scale);
        setManaged(false);
        setSmooth(false);
        setMouseTransparent(true);
    }

    long index() {
        return index;
    }

    /** Shows another piece from now on. */
    void index(long piece) {
        if (piece != index) {
            index = piece;
            dirty = true;
        }
    }

    boolean isDirty() {
        return dirty;
    }

    void soil() {
        dirty = true;
    }

    /** It is being painted: what was asked for it before comes too late. Returns a number to ask with. */
    long clean() {
        dirty = false;
        return ++request;
    }

    /** Whether that is what was last asked for. */
    boolean awaits(long asked) {
        return asked == request && !dirty;
    }

    int[] pixels() {
        return pixels;
    }

    /**
     * The pixels were changed: shows them without the empty rows above and below, which would cost as much. Waits for
     * the renderer.
     */
    void show() {
        int from = 0;
        int to = pixels.length;
        while (from < to && pixels[from] == 0) {
            from++;
        }
        while (to > from && pixels[to - 1] == 0) {
            to--;
        }
        setVisible(to > from);
        if (isVisible()) {
            int top = from / WIDTH / ROWS * ROWS;
            int bottom = Math.min(buffer.getHeight(), Math.ceilDiv(to, WIDTH * ROWS) * ROWS);
            Rectangle2D seen = new Rectangle2D(0, top, WIDTH, bottom - top);
            if (!seen.equals(getViewport())) {
                setViewport(seen);
                setFitHeight((bottom - top) / scale);
                setLayoutY(top / scale);
            }
            buffer.updateBuffer(changed -> {
                System.arraycopy(pixels, top * WIDTH, shown, top * WIDTH, (bottom - top) * WIDTH);
                return seen;
            });
        }
    }
}
