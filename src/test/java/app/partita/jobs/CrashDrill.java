package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.files.Fsync;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A program that ends badly at random moments, again and again, in one home, and what must hold after each time. */
final class CrashDrill {

    /** How it ends. */
    @FunctionalInterface
    interface Crash {

        /** Ends the program without a warning; gives the programs that it had started. */
        List<ProcessHandle> end(KilledQueue program) throws Exception;
    }

    /** Seconds of the songs, each of which is queued from many folders: its name is in its stems. */
    private static final List<Integer> LENGTHS = List.of(2, 5, 9);
    private static final String SONG = "song.wav";
    private static final int MOST_AHEAD = 4;
    private static final int LATEST_MILLIS = 4000;

    private final Path aside;
    private final Path homeDisk;
    private final Path musicDisk;
    private final Crash crash;
    private final Random random;
    private final List<String> handed = new ArrayList<>();
    private final Set<String> queued = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private final Map<String, String> whole = new HashMap<>();
    private int orphans;
    private int twice;

    /**
     * @param aside     for what the crash does not touch
     * @param homeDisk  for the home
     * @param musicDisk for the music and its stems
     */
    CrashDrill(Path aside, Path homeDisk, Path musicDisk, Crash crash, long seed) {
        this.aside = aside;
        this.homeDisk = homeDisk;
        this.musicDisk = musicDisk;
        this.crash = crash;
        this.random = new Random(seed);
    }

    /** What was worked on, in words for the table of figures. */
    String figures() {
        return "%d songs, all whole; %d orphaned decoders; %d folders made twice".formatted(handed.size(), orphans,
                twice);
    }

    /** Lets the program crash so often, then lets it end its work. */
    void run(int times) throws Exception {
        Map<Integer, Map<String, String>> expected = undisturbed();
        for (int i = 0; i < times; i++) {
            crashOnce();
            assertStemsWhole(expected);
        }
        try (KilledQueue last = start(1)) {
            assertThat(last.awaitQueued()).as(errors()).isTrue();
            assertQueueWhole(last.rows());
            assertThat(last.awaitSettled()).as(errors()).isTrue();
        }
        assertStemsWhole(expected);
        try (KilledQueue after = start(0)) {
            assertThat(after.awaitQueued()).isTrue();
            assertThat(after.rows()).allMatch(row -> row.endsWith(" COMPLETED"));
            assertThat(after.rows()).extracting(row -> row.split(" ")[0]).containsAll(queued);
            assertThat(after.awaitSettled()).isTrue();
        }
        assertThat(whole).hasSizeGreaterThanOrEqualTo(queued.size() * 4);
        assertThat(orphans).isZero();
        assertThat(twice).isZero();
        assertThat(Folders.tree(musicDisk.resolve("music"))).noneMatch(name -> name.contains("/."));
        assertThat(Folders.tree(homeDisk.resolve("home/work"))).containsExactly(".gate");
        assertThat(Folders.tree(homeDisk.resolve("home/aside/writing"))).isEmpty();
    }

    private void crashOnce() throws Exception {
        int before = handed.size();
        try (KilledQueue program = start(unfinished() < MOST_AHEAD ? 2 : 0)) {
            boolean early = random.nextInt(4) == 0;
            if (!early) {
                assertThat(program.awaitQueued()).as(errors()).isTrue();
                assertQueueWhole(program.rows());
                queued.addAll(handed.subList(before, handed.size()));
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LATEST_MILLIS)));
            for (ProcessHandle child : crash.end(program)) {
                child.onExit().get(10, TimeUnit.SECONDS);
                orphans += child.isAlive() ? 1 : 0;
            }
            made.addAll(program.made());
        }
    }

    /** What each song comes to if nobody disturbs it. */
    private Map<Integer, Map<String, String>> undisturbed() throws Exception {
        Map<Integer, Map<String, String>> all = new HashMap<>();
        List<Path> songs = LENGTHS.stream().map(this::song).toList();
        try (KilledQueue program = new KilledQueue(aside.resolve("other home"), songs, aside.resolve("errors"))) {
            assertThat(program.awaitSettled()).as(errors()).isTrue();
        }
        for (int seconds : LENGTHS) {
            all.put(seconds, contents(aside.resolve("undisturbed").resolve(name(0, seconds)).resolve("song - stems")));
        }
        return all;
    }

    private KilledQueue start(int more) throws IOException {
        List<Path> songs = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            int seconds = LENGTHS.get(random.nextInt(LENGTHS.size()));
            String name = name(handed.size(), seconds);
            handed.add(name);
            songs.add(copy(seconds, name));
        }
        return new KilledQueue(homeDisk.resolve("home"), songs, aside.resolve("errors"));
    }

    /** The song itself is there for good, as somebody's songs are. */
    private Path copy(int seconds, String name) throws IOException {
        Path folder = musicDisk.resolve("music").resolve(name);
        Fsync.createFolders(folder);
        Path song = Files.copy(aside.resolve("undisturbed").resolve(name(0, seconds)).resolve(SONG),
                folder.resolve(SONG));
        Fsync.file(song);
        Fsync.folder(folder);
        return song;
    }

    private long unfinished() {
        return queued.size() - whole.keySet().stream().map(file -> file.substring(0, 4)).distinct().count();
    }

    /** All that was acknowledged came back, in the order in which it was added. */
    private void assertQueueWhole(List<String> rows) throws IOException {
        List<String> names = rows.stream().map(row -> row.split(" ")[0]).toList();
        assertThat(names).isSorted().doesNotHaveDuplicates().containsAll(queued);
        assertThat(handed).containsAll(names);
        assertThat(rows).as(errors()).allMatch(row -> row.endsWith(" COMPLETED") || row.endsWith(" WAITING")
                || row.endsWith(" RUNNING"));
    }

    /** What can be seen is whole, and what was whole before, or said to be made, is as it was. */
    private void assertStemsWhole(Map<Integer, Map<String, String>> expected) throws Exception {
        Map<String, String> now = new HashMap<>();
        Set<String> seen = new HashSet<>();
        twice = 0;
        for (Path stems : visible()) {
            String name = musicDisk.resolve("music").relativize(stems).toString();
            twice += name.endsWith("stems") ? 0 : 1;
            Map<String, String> contents = contents(stems);
            assertThat(contents).as(name).isEqualTo(expected.get(seconds(name)));
            contents.forEach((stem, sha) -> now.put(name + "/" + stem, sha));
            seen.add(stems.getParent().getFileName().toString());
        }
        assertThat(now).containsAllEntriesOf(whole);
        assertThat(seen).containsAll(made);
        whole.putAll(now);
    }

    private List<Path> visible() {
        Path music = musicDisk.resolve("music");
        return Folders.tree(music).stream().map(music::resolve).filter(Files::isDirectory)
                .filter(found -> found.getFileName().toString().startsWith("song")).toList();
    }

    private static String name(int number, int seconds) {
        return "%04d-%d".formatted(number, seconds);
    }

    private static int seconds(String name) {
        return name.charAt(5) - '0';
    }

    private static Map<String, String> contents(Path stems) throws Exception {
        Map<String, String> contents = new TreeMap<>();
        for (String file : Folders.tree(stems)) {
            contents.put(file, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(Files.readAllBytes(stems.resolve(file)))));
        }
        return contents;
    }

    private Path song(int seconds) {
        return TestAudio.wav(aside.resolve("undisturbed").resolve(name(0, seconds)).resolve(SONG), 44_100, 2,
                TestAudio.chord(44_100, 2, seconds * 44_100));
    }

    private String errors() throws IOException {
        return Files.readString(aside.resolve("errors"));
    }
}
