package app.partita.ui.queue;

import java.io.File;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;

/** Takes what is dropped anywhere on the window. Files are asked for once a drag: that costs milliseconds. */
public final class DropZone {

    private final ReadOnlyObjectWrapper<Optional<DropOffer>> offer = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Consumer<List<Path>> dropped;
    private final Runnable arrivedEmpty;
    private List<File> files = List.of();

    /**
     * @param dropped      given what was dropped
     * @param arrivedEmpty told when files were dropped of which the desktop did not say the names
     */
    public DropZone(Consumer<List<Path>> dropped, Runnable arrivedEmpty) {
        this.dropped = dropped;
        this.arrivedEmpty = arrivedEmpty;
    }

    /** What hangs over the window just now. */
    public ReadOnlyObjectProperty<Optional<DropOffer>> offerProperty() {
        return offer.getReadOnlyProperty();
    }

    /** Listens to drags over that node. */
    public void attach(Node node) {
        node.addEventHandler(DragEvent.DRAG_ENTERED, event -> {
            Dragboard board = event.getDragboard();
            if (event.getGestureSource() == null) {
                if (board.hasFiles()) {
                    entered(board.getFiles(), board.getTransferModes());
                } else {
                    offer.set(Optional.of(DropOffer.NOTHING));
                }
            }
        });
        node.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (offer.get().filter(DropOffer::accepted).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                event.consume();
            }
        });
        node.addEventHandler(DragEvent.DRAG_EXITED, event -> left());
        node.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            if (offer.get().isPresent()) {
                event.setDropCompleted(dropped(event.getDragboard()::getFiles));
                event.consume();
            }
        });
    }

    /** Takes files as if they had been dropped. */
    public void drop(List<Path> given) {
        dropped.accept(given);
    }

    /** Judges files as if they were held over the window. */
    public void hold(List<File> held) {
        entered(held, EnumSet.of(TransferMode.COPY));
    }

    /** Something is held over the window. */
    void entered(List<File> held, Set<TransferMode> modes) {
        files = List.copyOf(held);
        offer.set(Optional.of(DropOffer.of(files, modes)));
    }

    /** It was taken away again. */
    void left() {
        files = List.of();
        offer.set(Optional.empty());
    }

    /**
     * It was let go.
     *
     * @param named asked for the files' names if they were not told before: some desktops tell them only now
     * @return whether it was taken
     */
    boolean dropped(Supplier<List<File>> named) {
        boolean taken = offer.get().filter(DropOffer::accepted).isPresent();
        List<File> given = taken && files.isEmpty() ? named.get() : files;
        left();
        if (taken && given.isEmpty()) {
            arrivedEmpty.run();
            return false;
        }
        if (taken) {
            dropped.accept(given.stream().map(File::toPath).toList());
        }
        return taken;
    }
}
