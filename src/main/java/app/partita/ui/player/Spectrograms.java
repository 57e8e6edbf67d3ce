package app.partita.ui.player;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which lanes show a spectrogram in the place of the waveform, from song to song. */
public final class Spectrograms {

    private final ReadOnlyObjectWrapper<Set<String>> lanes = new ReadOnlyObjectWrapper<>(Set.of());

    /** The {@linkplain Lane#colour colours} of the lanes that do. */
    public ReadOnlyObjectProperty<Set<String>> lanesProperty() {
        return lanes.getReadOnlyProperty();
    }

    public void show(Lane lane, boolean spectrogram) {
        Set<String> now = new HashSet<>(lanes.get());
        if (spectrogram) {
            now.add(lane.colour());
        } else {
            now.remove(lane.colour());
        }
        lanes.set(Set.copyOf(now));
    }

    /** All of them, or none if all of them do. */
    void toggle(Collection<Lane> all) {
        Set<String> colours = all.stream().map(Lane::colour).collect(Collectors.toUnmodifiableSet());
        lanes.set(lanes.get().containsAll(colours) ? Set.of() : colours);
    }
}
