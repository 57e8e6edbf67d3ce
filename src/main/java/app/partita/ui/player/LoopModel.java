package app.partita.ui.player;

import app.partita.player.Loop;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What of the open song is played again and again, and how a person sets it; for the thread that draws. */
public final class LoopModel {

    private static final int BARS_OF_A_NEW_ONE = 4;

    private final Playback playback;
    private final Supplier<Optional<Bars>> bars;
    private final ReadOnlyObjectWrapper<Optional<Loop>> loop = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Loop> last = Optional.empty();

    /** @param bars of the open song; empty without one */
    LoopModel(Playback playback, Supplier<Optional<Bars>> bars) {
        this.playback = playback;
        this.bars = bars;
    }

    public ReadOnlyObjectProperty<Optional<Loop>> property() {
        return loop.getReadOnlyProperty();
    }

    /** Switches the loop off, or on again as it last was; the first time it takes in some bars from here on. */
    public void toggle() {
        if (loop.get().isPresent()) {
            playback.loop(Optional.empty());
        } else {
            bars.get().ifPresent(known -> playback.loop(last.or(() -> some(known))));
        }
    }

    public void select(Optional<Loop> range) {
        playback.loop(range);
    }

    /** It begins here, and ends where it did or at the song's end. */
    public void beginHere() {
        long from = playback.position();
        bars.get().ifPresent(known -> set(from,
                loop.get().map(Loop::to).filter(end -> end > from).orElse(known.frames())));
    }

    /** It ends here, and begins where it did or at the song's start. */
    public void endHere() {
        long to = playback.position();
        set(loop.get().map(Loop::from).filter(start -> start < to).orElse(0L), to);
    }

    /** What the player says of it. */
    void take(Optional<Loop> now) {
        loop.set(now);
        if (now.isPresent()) {
            last = now;
        }
    }

    /** Another song begins. */
    void forget() {
        last = Optional.empty();
    }

    private void set(long from, long to) {
        if (to > from) {
            playback.loop(Optional.of(new Loop(from, to)));
        }
    }

    private Optional<Loop> some(Bars known) {
        long from = playback.position();
        double end = known.seconds(from);
        for (int bar = 0; bar < BARS_OF_A_NEW_ONE; bar++) {
            end = known.next(end, true);
        }
        long to = Math.min(known.frames(), known.frame(end));
        return to > from ? Optional.of(new Loop(from, to)) : Optional.empty();
    }
}
