package app.partita.ui.player;

import app.partita.audio.peaks.PeakPyramid;
import app.partita.player.BeatGrid;
import app.partita.player.Loop;
import app.partita.player.PlayerState;
import app.partita.ui.player.mixer.LaneHeader;
import app.partita.ui.player.wave.Ruler;
import app.partita.ui.player.wave.TimeMarks;
import app.partita.ui.player.wave.TimeMouse;
import app.partita.ui.player.wave.Timeline;
import app.partita.ui.player.wave.Track;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/** Ruler and lanes of the open song, with the marks of time before and behind them. */
final class LanesPane extends StackPane {

    private final PlayerViewModel model;
    private final Texts texts;
    private final PlayerThreads threads;
    private final Timeline timeline = new Timeline();
    private final VBox lanes = new VBox();
    private final ScrollPane scroll = new ScrollPane(lanes);
    private final TimeMarks marks;
    private final TimeMouse mouse;
    private final ScrollBar bar = new ScrollBar();
    private final List<LaneRow> rows = new ArrayList<>();
    private final Subscription opening;
    private SongSight sight;
    private String shown = "";
    private boolean following = true;

    /** @param shown until then it follows the model */
    LanesPane(PlayerViewModel model, Texts texts, PlayerThreads threads, ObservableValue<Boolean> shown) {
        this.model = model;
        this.texts = texts;
        this.threads = threads;
        getStyleClass().add("lanes-pane");
        setFocusTraversable(true);
        setAccessibleText(texts.get("player.lanes"));
        marks = new TimeMarks(timeline.viewProperty(), model.loop().property().when(shown),
                model.readyProperty().when(shown),
                model.spectrograms().lanesProperty().map(lanes -> !lanes.isEmpty()).when(shown));
        mouse = new TimeMouse(timeline, model.loop().property()::get, this::seek, this::select);
        Ruler ruler = new Ruler(timeline.viewProperty(), beats(model.stateProperty().when(shown)));
        ruler.setId("ruler");
        mouse.attach(ruler, true);
        HBox.setHgrow(ruler, Priority.ALWAYS);
        Region corner = new Region();
        corner.getStyleClass().add("ruler-corner");
        corner.setMinWidth(LaneHeader.WIDTH);
        HBox rulerRow = new HBox(corner, ruler);
        rulerRow.getStyleClass().add("ruler-row");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("lanes-scroll");
        scroll.setFocusTraversable(false);
        // Its skin keeps a picture of all lanes, which every tick of a meter would make it draw anew.
        scroll.skinProperty().subscribe(skin -> scroll.lookupAll(".viewport").forEach(port -> port.setCache(false)));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Insets beside = new Insets(0, 0, 0, LaneHeader.WIDTH);
        setMargin(marks.behind(), beside);
        setMargin(marks.before(), beside);
        getChildren().addAll(marks.behind(), new VBox(rulerRow, scroll), marks.before(), bar);
        addBar();
        // Not at once: a change of the view asks for a layout, which is forgotten while one is going on.
        ruler.widthProperty().subscribe(width ->
                Platform.runLater(() -> timeline.width(Math.max(1, ruler.getWidth()))));
        model.framesProperty().when(shown).subscribe(frames -> timeline.frames(frames.longValue()));
        model.positionProperty().when(shown).subscribe(position -> marks.position(position.longValue()));
        model.readyProperty().when(shown).subscribe(ready -> look());
        opening = model.songProperty().subscribe(song -> show(song));
    }

    /** It is no longer shown: nothing is computed for it any more. */
    void dispose() {
        opening.unsubscribe();
        show(Optional.empty());
    }

    Timeline timeline() {
        return timeline;
    }

    List<LaneRow> rows() {
        return rows;
    }

    /** Shows what is heard now; once for every picture. */
    void frame(double seconds) {
        long before = model.positionProperty().get();
        model.frame();
        rows.forEach(row -> row.level(seconds));
        if (following && model.stateProperty().get().phase().isGoing() && model.positionProperty().get() != before) {
            timeline.follow(model.positionProperty().get());
        }
    }

    /** Whether the pictures to come will be like this one as long as nothing plays. */
    boolean rests() {
        return rows.stream().allMatch(LaneRow::rests)
                && model.readyProperty().get().frames() >= model.framesProperty().get();
    }

    private void addBar() {
        bar.setId("time-scroll");
        bar.setMaxHeight(USE_PREF_SIZE);
        bar.setFocusTraversable(false);
        bar.setAccessibleText(texts.get("player.scroll"));
        setAlignment(bar, Pos.BOTTOM_LEFT);
        setMargin(bar, new Insets(0, 0, 0, LaneHeader.WIDTH));
        timeline.viewProperty().subscribe(view -> {
            double most = Math.max(0, view.contentWidth() - view.width());
            bar.setVisible(most > 1);
            bar.setMax(most);
            bar.setVisibleAmount(most * view.width() / Math.max(1, view.contentWidth()));
            bar.setUnitIncrement(view.width() / 10);
            bar.setBlockIncrement(view.width());
            bar.setValue(view.left());
        });
        bar.valueProperty().addListener((property, old, now) -> {
            if (Math.abs(now.doubleValue() - timeline.view().left()) >= 1) {
                timeline.scroll(now.doubleValue() - timeline.view().left());
                following = false;
            }
        });
    }

    private static ObservableValue<Ruler.Beat[]> beats(ObservableValue<PlayerState> state) {
        return state.map(now -> now.beats().map(LanesPane::beats).orElse(new Ruler.Beat[0]));
    }

    private static Ruler.Beat[] beats(BeatGrid grid) {
        return IntStream.range(0, grid.count()).mapToObj(beat -> new Ruler.Beat(grid.at(beat), grid.beginsBar(beat)))
                .toArray(Ruler.Beat[]::new);
    }

    private void seek(long frame) {
        requestFocus();
        following = true;
        model.seek(frame);
    }

    private void select(Optional<Loop> loop) {
        requestFocus();
        model.loop().select(loop);
    }

    private void look() {
        if (sight != null) {
            sight.look();
        }
    }

    private void show(Optional<OpenedSong> song) {
        List<PeakPyramid> before = List.of();
        if (sight != null) {
            before = song.filter(open -> open.job().id().equals(shown)).map(open -> sight.pyramids()).orElse(before);
            sight.close();
            sight = null;
        }
        rows.forEach(LaneRow::dispose);
        rows.clear();
        if (song.isPresent()) {
            OpenedSong open = song.get();
            if (!open.job().id().equals(shown)) {
                timeline.open(open.source().frames(), open.source().sampleRate());
                following = true;
            }
            shown = open.job().id();
            sight = new SongSight(open, before, threads.peaks(), threads.drawing(), this::changed);
            addRows(open);
            changed(0, Long.MAX_VALUE);
            sight.look();
        }
        lanes.getChildren().setAll(rows);
    }

    private void addRows(OpenedSong open) {
        List<Track> tracks = sight.tracks();
        rows.add(row(Lane.ORIGINAL, 0, tracks.getLast()));
        List<Lane> stems = Lane.of(open.source().stems());
        for (int number = 0; number < stems.size(); number++) {
            rows.add(row(stems.get(number), number, tracks.get(stems.get(number).stem())));
        }
        rows.forEach(row -> VBox.setVgrow(row, Priority.ALWAYS));
        rows.getFirst().heightProperty().subscribe(height ->
                marks.stemsTop(Ruler.HEIGHT + height.doubleValue()));
    }

    private LaneRow row(Lane lane, int number, Track track) {
        LaneRow row = new LaneRow(model, texts, lane, number, track, timeline.viewProperty(), threads.tiles());
        mouse.attach(row.wave(), false);
        return row;
    }

    private void changed(long fromFrame, long toFrame) {
        double fullest = sight.fullest();
        rows.forEach(row -> {
            row.fullest(fullest);
            row.wave().changed(fromFrame, toFrame);
        });
    }
}
