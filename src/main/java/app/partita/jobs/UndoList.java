package app.partita.jobs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What a person did and may take back, the last first. */
final class UndoList {

    private static final int MOST = 100;

    /** Something that can be taken back. */
    sealed interface Deed {

        /** Jobs were cancelled. */
        record Cancelled(List<String> ids) implements Deed {}

        /** Rows were taken away. */
        record Removed(List<QueueTable.Removed> rows) implements Deed {}
    }

    private final Deque<Deed> deeds = new ArrayDeque<>();

    void add(Deed deed) {
        deeds.push(deed);
        if (deeds.size() > MOST) {
            deeds.removeLast();
        }
    }

    /** The last one, which is then gone; null if there is none. */
    Deed take() {
        return deeds.poll();
    }

    boolean isEmpty() {
        return deeds.isEmpty();
    }
}
