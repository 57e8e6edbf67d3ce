package app.partita.ui.player;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the player can be heard through, as far as anybody asked; for the thread that draws. */
public final class SoundDevices {

    private final Supplier<List<String>> system;
    private final Executor background;
    private final Executor drawing;
    private final ReadOnlyObjectWrapper<Optional<List<String>>> names = new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param system     asked for the names; may take a while
     * @param background asks
     * @param drawing    the thread that draws
     */
    public SoundDevices(Supplier<List<String>> system, Executor background, Executor drawing) {
        this.system = system;
        this.background = background;
        this.drawing = drawing;
    }

    /** The devices' names; empty until they are known. */
    public ReadOnlyObjectProperty<Optional<List<String>>> namesProperty() {
        return names.getReadOnlyProperty();
    }

    /** Asks the system again. */
    public void look() {
        background.execute(() -> {
            List<String> found = system.get();
            drawing.execute(() -> names.set(Optional.of(found)));
        });
    }
}
