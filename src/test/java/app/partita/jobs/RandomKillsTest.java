package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.Folders;
import app.partita.testkit.SoakTable;
import app.partita.testkit.TestAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed at random moments, again and again, in one home: nothing is lost, and all ends well. */
@DisabledOnOs(OS.WINDOWS)
class RandomKillsTest {

    /** Seconds of the songs, each of which is queued from many folders: its name is in its stems. */
    private static final List<Integer> LENGTHS = List.of(2, 5, 9);
    private static final String SONG = "song.wav";
    private static final int MOST_AHEAD = 4;
    private static final int LATEST_MILLIS = 1500;

    @TempDir
    private Path folder;
    private final Random random = new Random(20261123);
    private final List<String> handed = new ArrayList<>();
    private final Set<String> queued = new HashSet<>();
    private final Map<String, String> whole = new HashMap<>();
    private int orphans;
    private int twice;

    @Test
    void aFewKillsLoseNothing() throws Exception {
        kill(4);
    }

    @Test
    @Tag("soak")
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void manyKillsLoseNothing() throws Exception {
        int kills = SoakTable.times("kills", 200);
        long began = System.nanoTime();
        kill(kills);
        SoakTable.add("kills", "kill -9 at a random moment, with songs queued, running, being saved", kills, 0,
                "%d songs, all whole; %d orphaned decoders; %d folders made twice; %d s".formatted(handed.size(), orphans,
                        twice, Duration.ofNanos(System.nanoTime() - began).toSeconds()));
    }

    private void kill(int times) throws Exception {
        Map<Integer, Map<String, String>> expected = undisturbed();
        for (int i = 0; i < times; i++) {
            int before = handed.size();
            try (KilledQueue program = start(unfinished() < MOST_AHEAD ? 2 : 0)) {
                boolean early = random.nextInt(4) == 0;
                if (!early) {
                    assertThat(program.awaitQueued()).as(errors()).isTrue();
                    assertQueueWhole(program.rows());
                    queued.addAll(handed.subList(before, handed.size()));
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(LATEST_MILLIS)));
                for (ProcessHandle child : program.kill()) {
                    child.onExit().get(10, TimeUnit.SECONDS);
                    orphans += child.isAlive() ? 1 : 0;
                }
            }
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
        }
        assertThat(whole).hasSizeGreaterThanOrEqualTo(queued.size() * 4);
        assertThat(orphans).isZero();
        assertThat(twice).isZero();
        assertThat(Folders.tree(folder.resolve("music"))).noneMatch(name -> name.contains("/."));
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
        assertThat(Folders.tree(folder.resolve("home/aside/writing"))).isEmpty();
    }

    /** What each song comes to if nobody disturbs it. */
    private Map<Integer, Map<String, String>> undisturbed() throws Exception {
        Map<Integer, Map<String, String>> all = new HashMap<>();
        List<Path> songs = LENGTHS.stream().map(seconds -> song(seconds)).toList();
        try (KilledQueue program = new KilledQueue(folder.resolve("other home"), songs, folder.resolve("errors"))) {
            assertThat(program.awaitSettled()).as(errors()).isTrue();
        }
        for (int seconds : LENGTHS) {
            all.put(seconds, contents(folder.resolve("undisturbed").resolve(name(0, seconds)).resolve("song - stems")));
        }
        return all;
    }

    private KilledQueue start(int more) throws IOException {
        List<Path> songs = new ArrayList<>();
        for (int i = 0; i < more; i++) {
            int seconds = LENGTHS.get(random.nextInt(LENGTHS.size()));
            String name = name(handed.size(), seconds);
            handed.add(name);
            Path home = Files.createDirectories(folder.resolve("music").resolve(name));
            songs.add(Files.copy(folder.resolve("undisturbed").resolve(name(0, seconds)).resolve(SONG),
                    home.resolve(SONG)));
        }
        return new KilledQueue(folder.resolve("home"), songs, folder.resolve("errors"));
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

    /** What can be seen is whole, and what was whole before is as it was. */
    private void assertStemsWhole(Map<Integer, Map<String, String>> expected) throws Exception {
        Map<String, String> now = new HashMap<>();
        twice = 0;
        for (Path stems : visible()) {
            String name = folder.resolve("music").relativize(stems).toString();
            twice += name.endsWith("stems") ? 0 : 1;
            Map<String, String> contents = contents(stems);
            assertThat(contents).as(name).isEqualTo(expected.get(seconds(name)));
            contents.forEach((stem, sha) -> now.put(name + "/" + stem, sha));
        }
        assertThat(now).containsAllEntriesOf(whole);
        whole.putAll(now);
    }

    private List<Path> visible() {
        Path music = folder.resolve("music");
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
        return TestAudio.wav(folder.resolve("undisturbed").resolve(name(0, seconds)).resolve(SONG), 44_100, 2,
                TestAudio.chord(44_100, 2, seconds * 44_100));
    }

    private String errors() throws IOException {
        return Files.readString(folder.resolve("errors"));
    }
}
