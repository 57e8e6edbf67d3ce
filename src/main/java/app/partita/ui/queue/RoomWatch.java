package app.partita.ui.queue;

import app.partita.jobs.Batch;
import app.partita.jobs.DiskRoom;
import java.util.Optional;

/** Says once that a disk will not hold what is waiting, before the songs that it concerns begin. */
public final class RoomWatch {

    private final QueueTalk talk;
    private boolean said;

    public RoomWatch(QueueTalk talk) {
        this.talk = talk;
    }

    public void show(Batch batch) {
        Optional<DiskRoom> tight = batch.room().filter(room -> batch.busy() && !room.suffices());
        if (tight.isPresent() != said) {
            said = tight.isPresent();
            tight.ifPresentOrElse(talk::roomShort, talk::roomSuffices);
        }
    }
}
