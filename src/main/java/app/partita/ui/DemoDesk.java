package app.partita.ui;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Has the demo song composed, once at a time; for the thread that draws. */
public final class DemoDesk {

    private final Supplier<CompletionStage<Path>> composer;
    private final ReadOnlyBooleanWrapper composing = new ReadOnlyBooleanWrapper();

    /** @param composer composes it elsewhere, tells of failures itself, and comes back on the thread that draws */
    public DemoDesk(Supplier<CompletionStage<Path>> composer) {
        this.composer = composer;
    }

    /**
     * Has it composed, unless it is being composed already.
     *
     * @param taker given the song, if there is one
     */
    void compose(Consumer<Path> taker) {
        if (composing.get()) {
            return;
        }
        composing.set(true);
        composer.get().whenComplete((song, failure) -> {
            composing.set(false);
            if (failure == null) {
                taker.accept(song);
            }
        });
    }

    /** Whether it is being composed. */
    ReadOnlyBooleanProperty composingProperty() {
        return composing.getReadOnlyProperty();
    }
}
