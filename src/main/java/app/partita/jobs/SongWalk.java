package app.partita.jobs;

import app.partita.stems.StemKind;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/** One walk over dropped files and folders. */
final class SongWalk {

    private static final Logger LOG = System.getLogger(SongWalk.class.getName());
    private static final Comparator<Path> BY_NAME = Comparator.comparing(
            (Path path) -> path.getFileName().toString().toLowerCase(Locale.ROOT)).thenComparing(Path::toString);
    private static final List<String> STEMS =
            List.of(StemKind.DRUMS.id(), StemKind.BASS.id(), StemKind.OTHER.id(), StemKind.VOCALS.id());

    private final Predicate<Path> sounds;
    private final IntConsumer counted;
    private final BooleanSupplier cancelled;
    private final Set<Path> songs = new LinkedHashSet<>();
    private final Set<Path> rubbish = new LinkedHashSet<>();
    private final Set<Path> unreadable = new LinkedHashSet<>();
    private final Set<Path> seenFolders = new HashSet<>();

    SongWalk(Predicate<Path> sounds, IntConsumer counted, BooleanSupplier cancelled) {
        this.sounds = sounds;
        this.counted = counted;
        this.cancelled = cancelled;
    }

    SongWalker.Found found() {
        return new SongWalker.Found(List.copyOf(songs), List.copyOf(rubbish), List.copyOf(unreadable));
    }

    void given(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        check();
        if (Files.isDirectory(absolute)) {
            folders(absolute);
        } else if (!Files.isRegularFile(absolute)) {
            unreadable.add(absolute);
        } else if (SongEndings.isSound(name(absolute)) || !SongEndings.isNoSound(name(absolute)) && sounds.test(absolute)) {
            songs.add(absolute);
        } else {
            rubbish.add(absolute);
        }
        counted.accept(songs.size());
    }

    private void folders(Path first) {
        Deque<Path> open = new ArrayDeque<>();
        open.push(first);
        while (!open.isEmpty()) {
            check();
            Path folder = open.pop();
            try {
                if (seenFolders.add(folder.toRealPath())) {
                    List<Path> below = folder(folder);
                    below.reversed().forEach(open::push);
                    counted.accept(songs.size());
                }
            } catch (IOException | DirectoryIteratorException e) {
                LOG.log(Level.INFO, "a folder cannot be read", e);
                unreadable.add(folder);
            }
        }
    }

    /** Takes the songs of one folder; gives the folders in it. */
    private List<Path> folder(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                check();
                if (isHidden(entry)) {
                    continue;
                }
                (Files.isDirectory(entry) ? folders : files).add(entry);
            }
        }
        files.sort(BY_NAME);
        folders.sort(BY_NAME);
        if (!isOfStems(files)) {
            files.forEach(this::file);
        }
        return folders;
    }

    private void file(Path file) {
        if (!Files.isRegularFile(file)) {
            unreadable.add(file);
        } else if (SongEndings.isSound(name(file))) {
            songs.add(file);
        } else {
            rubbish.add(file);
        }
    }

    private static boolean isHidden(Path entry) {
        return entry.getFileName().toString().startsWith(".");
    }

    /** Whether these are the stems of a song: nobody wants to separate them again. */
    private static boolean isOfStems(List<Path> files) {
        Set<String> names = new HashSet<>();
        for (Path file : files) {
            if (SongEndings.isSound(name(file))) {
                String name = file.getFileName().toString();
                names.add(name.substring(0, name.lastIndexOf('.')).toLowerCase(Locale.ROOT));
            }
        }
        return names.containsAll(STEMS) && names.stream().allMatch(SongWalk::isStem);
    }

    private static boolean isStem(String name) {
        for (StemKind stem : StemKind.values()) {
            if (stem.id().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
