package app.partita.jobs;

import java.nio.file.Path;
import java.util.concurrent.ScheduledExecutorService;

/** What a person does to the queue by hand, saved apart from the jobs: their order, folders that were moved. */
public final class QueueOrderStore {

    /** @param scheduler on which it is saved, some time after the last change */
    public QueueOrderStore(Path file, ScheduledExecutorService scheduler) {
    }
}
