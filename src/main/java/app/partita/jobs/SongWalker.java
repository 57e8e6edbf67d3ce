package app.partita.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** Finds the songs among dropped files and folders. Reads folders, so not for a thread that draws. */
public final class SongWalker {

    /** Above this many songs a person is asked before they are queued. */
    public static final int ASK_ABOVE = 500;

    private final Predicate<Path> sounds;

    /** @param sounds whether a file with an unknown ending holds sound; asked only for files that were given singly */
    public SongWalker(Predicate<Path> sounds) {
        this.sounds = sounds;
    }

    /**
     * Walks files and folders. Hidden ones are left out, and folders that hold nothing but finished stems.
     *
     * @param counted   told whenever a folder is done how many songs were found so far, on this thread
     * @param cancelled asked often
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    public Found walk(List<Path> given, IntConsumer counted, BooleanSupplier cancelled) {
        SongWalk walk = new SongWalk(sounds, counted, cancelled);
        given.forEach(walk::given);
        return walk.found();
    }

    /**
     * What was found.
     *
     * @param songs      each once, those of a folder in the order of their names, those of its folders after them
     * @param rubbish    files that hold no sound
     * @param unreadable files and folders that are not there or could not be looked into
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
            List<Notice> notices = new ArrayList<>();
            if (!rubbish.isEmpty()) {
                notices.add(new Notice(Notice.Kind.NOT_AUDIO, rubbish));
            }
            if (!unreadable.isEmpty()) {
                notices.add(new Notice(Notice.Kind.UNREADABLE, unreadable));
            }
            return notices;
        }
    }
}
