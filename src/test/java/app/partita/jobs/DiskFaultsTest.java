package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.FaultKind;
import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import app.partita.testkit.Volume;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What happens to disks costs one song, which says so; the next ones go on, and after the cure it is made. */
@Timeout(120)
class DiskFaultsTest {

    /** Of the job's percents, of which those from 15 to 95 are the network's and the rest is saving. */
    private static final int HALF = 55;
    private static final int SAVING = 96;
    private static final int MEBIBYTES = 128;

    @TempDir
    private Path folder;
    private final AtomicInteger steps = new AtomicInteger();
    private RealQueue real;

    @BeforeEach
    void open() throws Exception {
        real = open(folder.resolve("home"));
    }

    @AfterEach
    void close() {
        real.close();
    }

    @Test
    void theFolderIsDeletedWhileStemsAreSaved() throws Exception {
        Path album = folder.resolve("album");
        assertFailsAndIsCured(song(album), FaultKind.FOLDER_GONE, SAVING,
                () -> Folders.tree(album).stream().filter(name -> name.matches("\\.[^/]*\\.part"))
                        .forEach(hidden -> Folders.delete(album.resolve(hidden))),
                () -> { });
    }

    @Test
    void theDiskOfTheStemsIsFull() throws Exception {
        try (Volume disk = Volume.inMemory(folder.resolve("disk"), MEBIBYTES)) {
            assertFailsAndIsCured(song(disk.path()), FaultKind.DISK_FULL, HALF, disk::fill, disk::clear);
        }
    }

    @Test
    void theQuotaOfTheStemsFolderIsUsedUp() throws Exception {
        try (Volume disk = Volume.withQuota(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES)) {
            assertFailsAndIsCured(song(disk.path().resolve("album")), FaultKind.QUOTA_USED_UP, HALF, disk::fill,
                    disk::liftQuota);
        }
    }

    @Test
    void theDiskOfTheStemsIsProtected() throws Exception {
        try (Volume disk = Volume.inMemory(folder.resolve("disk"), MEBIBYTES)) {
            assertFailsAndIsCured(song(disk.path()), FaultKind.DISK_READ_ONLY, HALF, () -> disk.readOnly(true),
                    () -> disk.readOnly(false));
        }
    }

    @Test
    void theDiskOfSongAndStemsIsTakenAway() throws Exception {
        try (Volume disk = Volume.inFile(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES)) {
            assertFailsAndIsCured(song(disk.path().resolve("album")), FaultKind.SONG_GONE, HALF, disk::takeAway,
                    disk::bringBack);
        }
    }

    @Test
    void theDiskIsTakenAwayWhileStemsAreSaved() throws Exception {
        try (Volume disk = Volume.inFile(folder.resolve("image"), folder.resolve("disk"), MEBIBYTES)) {
            assertFailsAndIsCured(song(disk.path().resolve("album")), FaultKind.FOLDER_GONE, SAVING, disk::takeAway,
                    disk::bringBack);
        }
    }

    @Test
    void theDiskOfTheWorkFilesIsFull() throws Exception {
        try (Volume disk = Volume.inMemory(folder.resolve("disk"), 2 * MEBIBYTES);
                RealQueue there = open(disk.path().resolve("home"))) {
            there.at(HALF, _ -> disk.fill());
            Job job = there.add(song(folder.resolve("album"))).getFirst();
            there.awaitOver(1);
            assertFailed(there, job, FaultKind.DISK_FULL);
            disk.clear();
            there.queue.retry(List.of(job.id()));
            there.awaitOver(1);
            assertThat(there.queue.job(job.id()).orElseThrow().state()).isEqualTo(JobState.COMPLETED);
        }
    }

    @Test
    void tooLittleRoomForStemsIsToldBeforeTheWork() throws Exception {
        try (Volume disk = Volume.inMemory(folder.resolve("disk"), MEBIBYTES)) {
            Path song = song(disk.path());
            disk.fill();
            assertRefused(real, song, FaultKind.NO_ROOM);
        }
    }

    @Test
    void tooLittleRoomForWorkFilesIsToldBeforeTheWork() throws Exception {
        try (Volume disk = Volume.inMemory(folder.resolve("disk"), MEBIBYTES / 2);
                RealQueue there = open(disk.path().resolve("home"))) {
            assertRefused(there, song(folder.resolve("album")), FaultKind.NO_ROOM_FOR_WORK);
            there.queue.pause();
            there.queue.retry(there.queue.jobs().stream().map(Job::id).toList());
            there.awaitSurveyed();
            assertThat(there.queue.batch().room()).hasValueSatisfying(room -> assertThat(room.suffices()).isFalse());
        }
    }

    private void assertRefused(RealQueue queue, Path song, FaultKind why) throws Exception {
        Job job = queue.add(song).getFirst();
        queue.awaitOver(1);
        assertFailed(queue, job, why);
        assertThat(steps).hasValue(0);
    }

    @FunctionalInterface
    private interface Deed {

        void run() throws Exception;
    }

    private void assertFailsAndIsCured(Path song, FaultKind why, int percent, Deed fault, Deed cure) throws Exception {
        real.at(percent, _ -> run(fault));
        Job job = real.add(song).getFirst();
        Job next = real.add(song(folder.resolve("elsewhere"))).getFirst();
        real.awaitOver(2);
        assertFailed(real, job, why);
        assertThat(real.queue.job(next.id()).orElseThrow().state()).isEqualTo(JobState.COMPLETED);

        cure.run();
        steps.set(0);
        real.queue.retry(List.of(job.id()));
        real.awaitOver(1);
        Job cured = real.queue.job(job.id()).orElseThrow();
        assertThat(cured.failure()).isEmpty();
        assertThat(cured.state()).isEqualTo(JobState.COMPLETED);
        assertThat(steps).as("all was computed before").hasValue(0);
        // What was being written on a disk that went is hidden when it comes back, until the next start sweeps there.
        assertThat(Folders.tree(song.getParent())).filteredOn(name -> !name.startsWith(".")).containsExactly(
                "song - stems", "song - stems/bass.wav", "song - stems/drums.wav", "song - stems/other.wav",
                "song - stems/vocals.wav", "song.wav");
        for (String stem : Folders.tree(cured.folder())) {
            assertThat(cured.folder().resolve(stem)).hasSameBinaryContentAs(next.folder().resolve(stem));
        }
        assertThat(Folders.tree(folder.resolve("home/work"))).containsExactly(".gate");
    }

    private static void assertFailed(RealQueue queue, Job job, FaultKind why) {
        JobFailure failure = queue.queue.job(job.id()).orElseThrow().failure().orElseThrow();
        assertThat(failure.known().map(FaultKind.Known::kind)).as(failure.toString()).contains(why);
        assertThat(failure.nextStep()).isNotBlank();
        assertThat(job.folder()).doesNotExist();
    }

    private RealQueue open(Path home) throws Exception {
        return new RealQueue(home, (_, _, _) -> new FakeNetwork(steps::incrementAndGet)).restored();
    }

    private static Path song(Path album) throws Exception {
        return TestAudio.wav(Files.createDirectories(album).resolve("song.wav"), 44_100, 2,
                TestAudio.chord(44_100, 2, 20 * 44_100));
    }

    private static void run(Deed deed) {
        try {
            deed.run();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
