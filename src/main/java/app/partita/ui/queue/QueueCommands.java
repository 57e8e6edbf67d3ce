package app.partita.ui.queue;

import app.partita.jobs.Duplicates;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** What a person can have done to the queue. All return at once; what comes of it is told by the queue. */
public interface QueueCommands {

    /** Walks files and folders for songs and queues them; asks if there are very many or some are there already. */
    void add(List<Path> filesAndFolders);

    /** Queues songs that were found before. */
    void add(List<Path> songs, Duplicates rule);

    void cancel(Collection<String> ids);

    void retry(Collection<String> ids);

    void remove(Collection<String> ids);

    void undo();

    /** Before the row that now is at that index. */
    void move(List<String> ids, int toIndex);

    void pause();

    void resume();

    /** The stems of a completed job are in that folder now. */
    void relocate(String id, Path folder);

    /** The stems of completed jobs go to the trash. */
    void deleteStems(Collection<String> ids);
}
