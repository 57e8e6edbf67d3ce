package app.partita.ui;

import app.partita.jobs.Job;
import app.partita.ui.player.PlayerDesk;
import app.partita.ui.player.PlayerView;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.player.export.ExportDesk;
import app.partita.ui.player.export.ExportSheet;
import app.partita.ui.queue.JobRow;
import app.partita.ui.queue.QueueView;
import app.partita.ui.queue.QueueViewModel;
import app.partita.ui.text.Texts;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/** The player in the window: beside the queue, with its keys, opened by the rows. */
final class PlayerHalf {

    private final PlayerViewModel model;
    private final PlayerView view;
    private final PlayerDesk desk;
    private final Halves halves;
    private final PlayerKeyboard keyboard;
    private final Subscription subscription;
    private boolean turnedTo;

    PlayerHalf(QueueView queue, QueueViewModel rows, WindowParts parts, Texts texts) {
        ExportDesk exports = parts.player().exports();
        model = parts.player().model();
        desk = new PlayerDesk(model, () -> rows.shown().stream().map(JobRow::job).toList(), exports,
                () -> model.songProperty().get().ifPresent(song -> parts.sheets().show(
                        new ExportSheet(exports, texts).sheet(model, song))));
        view = new PlayerView(model, desk, texts, parts.player().threads());
        halves = new Halves(queue, view, parts.settings());
        keyboard = new PlayerKeyboard(model, view, queue, this::toggleFull,
                () -> parts.sheets().show(new KeySheet(texts).sheet()));
        InvalidationListener looks = change -> desk.look();
        rows.shown().addListener(looks);
        subscription = Subscription.combine(() -> rows.shown().removeListener(looks),
                rows.batchProperty().subscribe(batch -> desk.look()),
                model.songProperty().subscribe(song -> {
                    desk.look();
                    if (song.isPresent()) {
                        parts.around().preview().stop();
                        parts.player().devices().look();
                        halves.showPlayer();
                        takeKeyboard();
                    }
                }));
    }

    /** Queue and player. */
    Node node() {
        return halves;
    }

    /** Opens a row's song, and takes the keyboard to it as soon as it is there. */
    void open(Job job) {
        turnedTo = true;
        model.open(job);
        view.focusLanes();
    }

    private void takeKeyboard() {
        if (turnedTo) {
            turnedTo = false;
            view.focusLanes();
        }
    }

    private void toggleFull() {
        halves.toggleFull();
        view.focusLanes();
    }

    /** A key was pressed; told before anything else. */
    void pressed(KeyEvent event) {
        keyboard.pressed(event.getTarget() instanceof Node node ? node : null, event);
    }

    /** It is no longer shown. */
    void dispose() {
        subscription.unsubscribe();
        view.dispose();
    }
}
