package app.partita.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import app.partita.audio.OutputFormat;
import app.partita.engine.SeparationOptions;
import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import app.partita.files.PendingFile;
import app.partita.stems.Remainder;
import app.partita.stems.StemKind;
import app.partita.testkit.Folders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456789Z");

    @TempDir
    private Path home;
    private JobStore store;

    @BeforeEach
    void open() throws Exception {
        store = new JobStore(home.resolve("jobs"), home.resolve("aside"));
        store.load();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everythingOfAJobComesBack() throws Exception {
        Job waiting = full("1", 7);
        Job done = full("2", 3).begun(NOW.plusSeconds(1), "1.0").completed(NOW.plusSeconds(61), List.of("clipped"),
                new JobResult(Optional.of("aa"), List.of(new StemFile(StemKind.VOCALS, "vocals.flac", Optional.of("bb")),
                        new StemFile(StemKind.BASS, "bass.flac", Optional.empty())),
                        new Findings(Optional.of(Beats.even(112.3, 3, 0.1, 400)),
                                Optional.of(MusicalKey.of("D major")))));
        Job failed = full("3", 9).begun(NOW, "1.0").failed(NOW, new JobFailure("cause", "next", "many\nlines"));
        store.save(List.of(waiting, done, failed));
        Job read = reload().jobs().getFirst();
        assertThat(read.run()).usingRecursiveComparison().ignoringFields("progress").isEqualTo(done.run());
        assertThat(read.progress().percent()).isEqualTo(100);
        assertThat(reload().jobs()).extracting(Job::id).containsExactly("2", "1", "3");
        assertThat(reload().jobs().get(1)).isEqualTo(waiting);
        assertThat(reload().jobs().get(2)).isEqualTo(failed);
        assertThat(Folders.tree(home.resolve("jobs"))).containsExactly("1.json", "2.json", "3.json");
    }

    @Test
    void aFailureKeepsWhatItIsToldFromInOtherLanguages() throws Exception {
        JobFailure why = JobFailure.of(FaultKind.DISK_FULL.fault("/music/a.wav"));
        store.save(List.of(full("1", 0).begun(NOW, "1.0").failed(NOW, why)));

        assertThat(reload().jobs().getFirst().failure()).hasValue(why);
    }

    @Test
    void aFailureOfAKindThatIsNotKnownKeepsItsWords() throws Exception {
        store.save(List.of(full("1", 0).begun(NOW, "1.0").failed(NOW, new JobFailure("cause", "next", ""))));
        Path file = home.resolve("jobs/1.json");
        Files.writeString(file, Files.readString(file).replace("\"kind\" : null", "\"kind\" : \"of_tomorrow\""));

        assertThat(reload().jobs().getFirst().failure()).hasValue(new JobFailure("cause", "next", ""));
    }

    @Test
    void namesThatAreNoTextComeBack() throws Exception {
        for (String name : List.of("a\nb.mp3", "歌 \"x\" \\ 🎵.flac", "file:___x.wav", "%20.ogg")) {
            Path song = home.resolve(name);
            assertThat(PathText.path(PathText.of(song))).isEqualTo(song);
        }
        Path bytes = Path.of(URI.create("file:///music/%FF%FE.mp3"));
        assertThat(PathText.path(PathText.of(bytes))).isEqualTo(bytes);
    }

    @Test
    void unknownKeysArePassedThroughAtAnyDepth() throws Exception {
        store.save(List.of(full("1", 0)));
        Path file = home.resolve("jobs/1.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\\{", "{ \"tempo\": {\"bpm\": 120.5},")
                .replace("\"duration\"", "\"mood\": [1, {\"x\": null}], \"duration\""));
        Job read = reload().jobs().getFirst();
        Job changed = read.begun(NOW, "2").failed(NOW, new JobFailure("a", "b", "c"));
        store.save(List.of(changed));
        assertThat(file).content().contains("\"bpm\" : 120.5", "\"mood\" : [ 1, {", "\"state\" : \"failed\"");
        assertThat(reload().jobs().getFirst()).isEqualTo(changed);
    }

    @Test
    void aFileOfANewerVersionIsShownAndNeverOverwritten() throws Exception {
        store.save(List.of(full("1", 0), full("2", 1)));
        Path file = home.resolve("jobs/1.json");
        Files.writeString(file, Files.readString(file).replace("\"schema\" : 1", "\"schema\" : 2"));
        Path strange = Files.writeString(home.resolve("jobs/strange.json"),
                "{\"schema\": 3, \"source\": {\"path\": \"/music/x.mp3\"}}");
        String before = Files.readString(file);
        StoredJobs stored = reload();
        assertThat(stored.newer()).containsExactlyInAnyOrder(file, strange);
        assertThat(stored.jobs()).filteredOn(Job::newer).extracting(Job::name)
                .containsExactlyInAnyOrder("song.mp3", "x.mp3");
        store.save(stored.jobs());
        assertThat(file).hasContent(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"schema\":1}", "{\"schema\":\"x\"}", "cut", "id", "state", "folder",
        "format", "error"})
    void aDamagedFileIsSetAsideAndTheOthersLoad(String damage) throws Exception {
        store.save(List.of(full("1", 0), full("2", 1)));
        Path file = home.resolve("jobs/1.json");
        String whole = Files.readString(file);
        String content = switch (damage) {
            case "cut" -> whole.substring(0, whole.length() / 2);
            case "id" -> whole.replace("\"id\" : \"1\"", "\"id\" : \"7\"");
            case "state" -> whole.replace("\"waiting\"", "\"dancing\"");
            case "folder" -> whole.replaceFirst("\"outputFolder\" : \"[^\"]*\"", "\"outputFolder\" : \"x\"");
            case "format" -> whole.replace("\"flac\"", "\"tape\"");
            case "error" -> whole.replace("\"waiting\"", "\"failed\"");
            default -> damage;
        };
        Files.writeString(file, content);
        StoredJobs stored = reload();
        assertThat(stored.jobs()).extracting(Job::id).containsExactly("2");
        assertThat(stored.setAside()).singleElement().satisfies(aside -> assertThat(aside).hasContent(content));
        assertThat(Folders.tree(home.resolve("jobs"))).containsExactly("2.json");
    }

    @Test
    void removedFilesComeBackUntilTheNextStart() throws Exception {
        store.save(List.of(full("1", 0), full("2", 1)));
        store.remove(List.of("1", "2", "never there"));
        assertThat(Folders.tree(home.resolve("jobs"))).isEmpty();
        store.restore(List.of("2"));
        assertThat(Folders.tree(home.resolve("jobs"))).containsExactly("2.json");
        assertThat(reload().jobs()).extracting(Job::id).containsExactly("2");
        assertThat(Folders.tree(home.resolve("aside/removed"))).isEmpty();
    }

    @Test
    void aWriteThatFailsLeavesTheFileAsItWas() throws Exception {
        store.save(List.of(full("1", 0)));
        String before = Files.readString(home.resolve("jobs/1.json"));
        store.close();
        JobStore full = new JobStore(home.resolve("jobs"), home.resolve("aside"), (file, content, by) -> {
            throw new IOException("No space left on device");
        });
        full.load();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> full.save(List.of(full("1", 5))))
                .withMessageContaining("1.json");
        assertThat(home.resolve("jobs/1.json")).hasContent(before);
        full.close();
    }

    @Test
    void newJobsThatAKilledProgramHadWrittenAreTakenIn() throws Exception {
        store.save(List.of(full("known", 0)));
        String known = Files.readString(home.resolve("jobs/known.json"));
        Path writing = home.resolve("aside/writing");
        for (String id : List.of("known", "new")) {
            PendingFile.write(home.resolve("jobs").resolve(id + ".json"), new JobJson().write(full(id, 5)), writing);
        }
        PendingFile.write(home.resolve("jobs/cut.json"), "{\"schema\" : 1,".getBytes(UTF_8), writing);
        Files.writeString(writing.resolve("strange"), "{}");
        assertThat(reload().jobs()).extracting(Job::id).containsExactly("known", "new");
        assertThat(home.resolve("jobs/known.json")).hasContent(known);
        assertThat(writing).isEmptyDirectory();
    }

    @Test
    void allAreWrittenBeforeTheFirstWaitsForTheDisk() throws Exception {
        store.close();
        List<String> deeds = new ArrayList<>();
        JobStore watched = new JobStore(home.resolve("jobs"), home.resolve("aside"), new JobStore.Writer() {
            @Override
            public PendingFile write(Path file, byte[] content, Path by) throws IOException {
                deeds.add("write " + file.getFileName());
                return PendingFile.write(file, content, by);
            }

            @Override
            public void commit(PendingFile pending) throws IOException {
                deeds.add("commit " + pending.file().getFileName());
                pending.commit();
            }
        });
        watched.load();
        watched.save(List.of(full("1", 0), full("2", 1)));
        watched.close();
        assertThat(deeds).containsExactly("write 1.json", "write 2.json", "commit 1.json", "commit 2.json");
    }

    @Test
    void aSecondWindowIsTold() {
        JobStore second = new JobStore(home.resolve("jobs"), home.resolve("aside"));
        assertThatExceptionOfType(Fault.class).isThrownBy(second::load).withMessageContaining("another window");
        store.close();
    }

    @Test
    void aFolderThatCannotBeUsedIsNamed() throws Exception {
        Path file = Files.writeString(home.resolve("file"), "in the way");
        JobStore broken = new JobStore(file.resolve("jobs"), file.resolve("aside"));
        assertThatExceptionOfType(Fault.class).isThrownBy(broken::load).withMessageContaining(file.toString());
    }

    private StoredJobs reload() throws Fault {
        store.close();
        store = new JobStore(home.resolve("jobs"), home.resolve("aside"));
        return store.load();
    }

    private Job full(String id, long rank) {
        JobSettings settings = new JobSettings("htdemucs", OutputFormat.FLAC, new SeparationOptions(0.1, 2, 5),
                Remainder.LEFT_OUT, Optional.of(home.resolve("out")), true);
        return Job.waiting(id, rank, new JobSource(home.resolve("song.mp3"), Optional.of(new FileStamp(5, NOW))),
                home.resolve("out/song"), settings, NOW)
                .with(new SongFacts("T", "A", "歌", OptionalDouble.of(12.5), 48_000, 1, true));
    }
}
