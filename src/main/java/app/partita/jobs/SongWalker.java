package app.partita.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** Finds the songs among dropped files and folders. Reads folders, so not for a thread that draws. */
public final class SongWalker {

    /** Above this many songs a person is asked before they are queued. */
    public static final int ASK_ABOVE = 500;

    /** @param sounds whether a file with an unknown ending holds sound; asked only for files that were given singly */
    public SongWalker(Predicate<Path> sounds) {
    }

    /**
     * Walks files and folders.
     *
     * @param counted   told now and then how many songs were found so far, on this thread
     * @param cancelled asked often
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    public Found walk(List<Path> given, IntConsumer counted, BooleanSupplier cancelled) {
        throw new UnsupportedOperationException();
    }

    /**
     * What was found.
     *
     * @param songs      each once, those of a folder in the order of their names
     * @param rubbish    files that hold no sound
     * @param unreadable files and folders that could not be looked into
     */
    public record Found(List<Path> songs, List<Path> rubbish, List<Path> unreadable) {

        public Found {
            songs = List.copyOf(songs);
            rubbish = List.copyOf(rubbish);
            unreadable = List.copyOf(unreadable);
        }

        /** Whether these are so many that a person should be asked. */
        public boolean many() {
            return songs.size() > ASK_ABOVE;
        }

        /** What a person should be told: at most one notice of a kind. */
        public List<Notice> notices() {
            return List.of(new Notice(Notice.Kind.NOT_AUDIO, rubbish, Optional.empty()));
        }
    }
}
