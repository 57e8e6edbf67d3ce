package app.partita.ui.player.wave;

import app.partita.player.Loop;
import app.partita.stems.Stretches;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** What lies before and behind the lanes: the loop as a band, where the stems end, and the playhead. */
public final class TimeMarks {

    private static final double HANDLE = 2;
    private static final double HEAD = 2;

    private final ObservableValue<TimeView> view;
    private final ObservableValue<Optional<Loop>> loop;
    private final ObservableValue<Stretches> ready;
    private final ObservableValue<Boolean> covered;
    private final Pane behind = clipped();
    private final Pane before = clipped();
    private final Region band = mark("loop-band");
    private final Region rulerBand = mark("loop-band-ruler");
    private final Region leftHandle = mark("loop-handle");
    private final Region rightHandle = mark("loop-handle");
    private final Region head = mark("playhead");
    private final List<Region> ends = new ArrayList<>();
    private long position;
    private double stemsTop;

    /** @param covered whether lanes hide the loop's band: then its handles reach over them */
    public TimeMarks(ObservableValue<TimeView> view, ObservableValue<Optional<Loop>> loop,
                     ObservableValue<Stretches> ready, ObservableValue<Boolean> covered) {
        this.view = view;
        this.loop = loop;
        this.ready = ready;
        this.covered = covered;
        behind.getChildren().addAll(band, rulerBand);
        before.getChildren().addAll(leftHandle, rightHandle, head);
        view.subscribe(now -> place());
        loop.subscribe(now -> place());
        ready.subscribe(now -> place());
        covered.subscribe(now -> place());
        before.heightProperty().subscribe(now -> place());
    }

    public Pane behind() {
        return behind;
    }

    public Pane before() {
        return before;
    }

    /** @param y where the lanes of the stems begin, from the ruler's top */
    public void stemsTop(double y) {
        stemsTop = y;
        place();
    }

    /** Moves the playhead, and nothing else. */
    public void position(long frame) {
        position = frame;
        placeHead();
    }

    private void place() {
        TimeView now = view.getValue();
        double height = before.getHeight();
        loop.getValue().ifPresent(range -> {
            double from = Math.round(now.x(range.from()));
            double to = Math.round(now.x(range.to()));
            band.resizeRelocate(from, Ruler.HEIGHT, to - from, Math.max(0, height - Ruler.HEIGHT));
            rulerBand.resizeRelocate(from, 0, to - from, Ruler.HEIGHT);
            double handles = covered.getValue() ? height : Ruler.HEIGHT;
            leftHandle.resizeRelocate(from, 0, HANDLE, handles);
            rightHandle.resizeRelocate(to - HANDLE, 0, HANDLE, handles);
        });
        List.of(band, rulerBand, leftHandle, rightHandle).forEach(each -> each.setVisible(loop.getValue().isPresent()));
        placeEnds(now, height);
        head.resize(HEAD, height);
        placeHead();
    }

    private void placeEnds(TimeView now, double height) {
        List<Long> frames = new ArrayList<>();
        for (Stretches.Stretch stretch : ready.getValue().list()) {
            if (stretch.from() > 0) {
                frames.add(stretch.from());
            }
            if (stretch.to() < now.frames()) {
                frames.add(stretch.to());
            }
        }
        while (ends.size() < frames.size()) {
            Region end = mark("ready-end");
            ends.add(end);
            before.getChildren().addFirst(end);
        }
        for (int i = 0; i < ends.size(); i++) {
            ends.get(i).setVisible(i < frames.size());
            if (i < frames.size()) {
                ends.get(i).resizeRelocate(Math.round(now.x(frames.get(i))), stemsTop, 1,
                        Math.max(0, height - stemsTop));
            }
        }
    }

    private void placeHead() {
        head.setVisible(view.getValue().frames() > 0);
        head.setTranslateX(Math.round(view.getValue().x(position)) - HEAD / 2);
    }

    private static Pane clipped() {
        Pane pane = new Pane();
        pane.setMouseTransparent(true);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(pane.widthProperty());
        clip.heightProperty().bind(pane.heightProperty());
        pane.setClip(clip);
        return pane;
    }

    private static Region mark(String styleClass) {
        Region region = new Region();
        region.setManaged(false);
        region.getStyleClass().add(styleClass);
        return region;
    }
}
