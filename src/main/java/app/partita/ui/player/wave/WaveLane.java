package app.partita.ui.player.wave;

import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import javafx.util.Subscription;

/**
 * A lane's picture over the part of the song that is in sight: tiles that scrolling shifts and that are painted anew
 * when the zoom, the sound or the colours change, at most once a frame.
 */
public final class WaveLane extends Region {

    private static final Logger LOG = System.getLogger(WaveLane.class.getName());
    private static final double SHORTEST = 24;
    /** After so long without another step the zoom has come to rest. */
    private static final Duration REST = Duration.millis(80);

    private final Track track;
    private final ObservableValue<TimeView> view;
    private final ObservableValue<LaneStyle> style;
    private final Executor background;
    private final Region hairline = new Region();
    private final List<WaveTile> tiles = new ArrayList<>();
    private final Subscription subscription;
    private final PauseTransition zooming = new PauseTransition(REST);
    private final List<Runnable> postponed = new ArrayList<>();
    private final List<WaveTile> painted = new ArrayList<>();
    private final Runnable showing = this::showPainted;
    private LanePicture picture;
    private boolean spectrogram;
    private volatile boolean disposed;
    private double paintedZoom;
    private int paintedHeight;

    /** @param background paints what needs more than a moment */
    public WaveLane(Track track, ObservableValue<TimeView> view, ObservableValue<LaneStyle> style,
                    Executor background) {
        this.track = track;
        this.view = view;
        this.style = style;
        this.background = background;
        picture = new WavePicture(track);
        getStyleClass().add("wave-lane");
        hairline.getStyleClass().add("hairline");
        hairline.setManaged(false);
        getChildren().add(hairline);
        setMinHeight(SHORTEST);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        zooming.setOnFinished(event -> startPostponed());
        // Each lane for itself would wait for the renderer before the next one is painted.
        sceneProperty().subscribe((before, now) -> {
            Optional.ofNullable(before).ifPresent(scene -> scene.removePostLayoutPulseListener(showing));
            Optional.ofNullable(now).ifPresent(scene -> scene.addPostLayoutPulseListener(showing));
        });
        subscription = Subscription.combine(view.subscribe(now -> requestLayout()), style.subscribe(now -> soil()));
    }

    /** It is no longer shown. */
    public void dispose() {
        disposed = true;
        zooming.stop();
        subscription.unsubscribe();
    }

    /** Shows the track's spectrogram, or its waveform. */
    public void spectrogram(boolean on) {
        if (on != spectrogram) {
            spectrogram = on;
            postponed.clear();
            zooming.stop();
            picture = on ? new SpectrumPicture(track) : new WavePicture(track);
            soil();
        }
    }

    /** The sound changed there. */
    public void changed(long fromFrame, long toFrame) {
        picture.changed(fromFrame, toFrame);
        double length = tileFrames();
        for (WaveTile tile : tiles) {
            if (tile.index() * length < toFrame && (tile.index() + 1) * length > fromFrame) {
                tile.soil();
            }
        }
        requestLayout();
    }

    private void soil() {
        tiles.forEach(WaveTile::soil);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        TimeView now = view.getValue();
        double scale = getScene() == null || getScene().getWindow() == null ? 1
                : getScene().getWindow().getOutputScaleX();
        int height = (int) Math.round(getHeight() * scale);
        if (height <= 0 || getWidth() <= 0) {
            return;
        }
        hairline.resizeRelocate(0, Math.floor(getHeight() / 2), getWidth(), 1);
        if (height != paintedHeight) {
            getChildren().removeAll(tiles);
            tiles.clear();
            painted.clear();
            paintedHeight = height;
        }
        if (now.framesPerPixel() != paintedZoom) {
            if (paintedZoom != 0) {
                postponed.clear();
                zooming.playFromStart();
            }
            paintedZoom = now.framesPerPixel();
            tiles.forEach(WaveTile::soil);
        }
        place(now, WaveTile.WIDTH / scale, scale);
        tiles.stream().filter(WaveTile::isDirty).forEach(this::paint);
        if (getScene() == null || getScene().getWindow() == null || !getScene().getWindow().isShowing()) {
            showPainted();
        }
    }

    private void showPainted() {
        painted.forEach(WaveTile::show);
        painted.clear();
    }

    /** Gives each visible piece a tile, those out of sight to those that came into it. */
    private void place(TimeView now, double width, double scale) {
        long first = (long) Math.floor(now.left() / width);
        int count = (int) Math.ceil(getWidth() / width) + 1;
        while (tiles.size() < count) {
            WaveTile tile = new WaveTile(paintedHeight, scale);
            tiles.add(tile);
            getChildren().add(tile);
        }
        int room = tiles.size();
        for (int slot = 0; slot < room; slot++) {
            WaveTile tile = tiles.get(slot);
            tile.index(first + Math.floorMod(slot - first, room));
            tile.setLayoutX(tile.index() * width - now.left());
        }
    }

    private void paint(WaveTile tile) {
        long asked = tile.clean();
        TileFrame frame = new TileFrame(tile.index() * tileFrames(), tileFrames() / WaveTile.WIDTH, paintedHeight,
                style.getValue());
        LanePicture.Rest rest = picture.paint(frame, tile.pixels());
        painted.add(tile);
        if (rest != null) {
            Runnable finishing = () -> finish(tile, asked, rest);
            if (picture.isSlow() && zooming.getStatus() == Animation.Status.RUNNING) {
                postponed.add(finishing);
            } else {
                background.execute(finishing);
            }
        }
    }

    private void startPostponed() {
        postponed.forEach(background::execute);
        postponed.clear();
    }

    private void finish(WaveTile tile, long asked, LanePicture.Rest rest) {
        if (disposed || !tile.awaits(asked)) {
            return;
        }
        try {
            LanePicture.Finish computed = rest.compute();
            Platform.runLater(() -> {
                if (tile.awaits(asked)) {
                    computed.paint(tile.pixels());
                    tile.show();
                }
            });
        } catch (Fault fault) {
            if (disposed) {
                return;
            }
            LOG.log(Level.WARNING, "a part of a lane cannot be drawn", fault);
        }
    }

    private double tileFrames() {
        TimeView now = view.getValue();
        double scale = tiles.isEmpty() ? 1 : WaveTile.WIDTH / tiles.getFirst().getFitWidth();
        return now.framesPerPixel() / scale * WaveTile.WIDTH;
    }
}
