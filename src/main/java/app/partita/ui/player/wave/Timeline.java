package app.partita.ui.player.wave;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Zooms and scrolls: from the whole song to single samples, never beyond the song's ends. */
public final class Timeline {

    private static final double FINEST = 1.0 / 16;
    /** Where the playhead is put when it left the picture: the rest of it shows what comes. */
    private static final double TURN = 0.1;

    private final ReadOnlyObjectWrapper<TimeView> view =
            new ReadOnlyObjectWrapper<>(new TimeView(0, 1, 1, 0, 44_100));
    private boolean whole = true;

    public ReadOnlyObjectProperty<TimeView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    public TimeView view() {
        return view.get();
    }

    /** Shows another song, whole. */
    public void open(long frames, int sampleRate) {
        whole = true;
        show(0, 1, view().width(), frames, sampleRate);
    }

    /** The song turned out longer or shorter. */
    public void frames(long frames) {
        TimeView now = view();
        show(now.left(), now.framesPerPixel(), now.width(), frames, now.sampleRate());
    }

    public void width(double width) {
        TimeView now = view();
        show(now.left(), now.framesPerPixel(), width, now.frames(), now.sampleRate());
    }

    /**
     * Zooms; what is at {@code x} stays there.
     *
     * @param factor above 1 shows less of the song
     */
    public void zoom(double factor, double x) {
        TimeView now = view();
        double wanted = Math.clamp(now.framesPerPixel() / factor, FINEST, coarsest(now.width(), now.frames()));
        whole = wanted >= coarsest(now.width(), now.frames());
        double frame = (now.left() + x) * now.framesPerPixel();
        show(frame / wanted - x, wanted, now.width(), now.frames(), now.sampleRate());
    }

    /** Shows the whole song. */
    public void whole() {
        whole = true;
        width(view().width());
    }

    public void scroll(double pixels) {
        TimeView now = view();
        show(now.left() + pixels, now.framesPerPixel(), now.width(), now.frames(), now.sampleRate());
    }

    /** Turns the page if a frame is out of sight. */
    public void follow(long frame) {
        double x = view().x(frame);
        if (x < 0 || x >= view().width()) {
            scroll(x - TURN * view().width());
        }
    }

    private void show(double left, double framesPerPixel, double width, long frames, int sampleRate) {
        double coarsest = coarsest(width, frames);
        double scale = whole ? coarsest : Math.clamp(framesPerPixel, Math.min(FINEST, coarsest), coarsest);
        double most = Math.max(0, Math.ceil(frames / scale - width));
        view.set(new TimeView(Math.clamp(Math.round(left), 0, most), scale, width, frames, sampleRate));
    }

    private static double coarsest(double width, long frames) {
        return Math.max(FINEST, frames / Math.max(1, width));
    }
}
