package app.partita.ui.queue;

import app.partita.jobs.SongEndings;
import java.io.File;
import java.util.List;
import java.util.Set;
import javafx.scene.input.TransferMode;

/**
 * What is being dragged over the window, judged by names alone: no file is touched while the pointer moves.
 *
 * @param kind  whether it would be taken
 * @param items how many files and folders would be; 0 if the desktop does not say
 */
public record DropOffer(Kind kind, int items) {

    /** Of nothing that could be a song. */
    static final DropOffer NOTHING = new DropOffer(Kind.REFUSED, 0);

    /** What is to be said of it. */
    public enum Kind {
        /** All look like songs. */
        SONGS,
        /** Files and folders; what is in them only a walk will tell. */
        ITEMS,
        /** The desktop tells of files, but not of which. */
        UNNAMED,
        /** None of it is a song, or it may only be moved away. */
        REFUSED
    }

    /**
     * @param files what is dragged
     * @param modes what may be done with it: it is never moved, since then its source would delete it
     */
    public static DropOffer of(List<File> files, Set<TransferMode> modes) {
        if (!modes.contains(TransferMode.COPY) && !modes.contains(TransferMode.LINK)) {
            return NOTHING;
        }
        if (files.isEmpty()) {
            return new DropOffer(Kind.UNNAMED, 0);
        }
        List<String> taken = files.stream().map(File::getName).filter(name -> !SongEndings.isNoSound(name)).toList();
        if (taken.isEmpty()) {
            return NOTHING;
        }
        return new DropOffer(taken.stream().allMatch(SongEndings::isSound) ? Kind.SONGS : Kind.ITEMS, taken.size());
    }

    /** Whether it would be taken. */
    public boolean accepted() {
        return kind != Kind.REFUSED;
    }
}
