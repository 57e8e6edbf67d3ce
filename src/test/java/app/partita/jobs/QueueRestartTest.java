package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.jobs.host.Trash;
import app.partita.stems.StemKind;
import app.partita.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueueRestartTest {

    @TempDir
    private Path folder;
    private QueueHouse house;

    @BeforeEach
    void start() throws Exception {
        house = new QueueHouse(folder).start();
    }

    @AfterEach
    void end() {
        house.close();
    }

    @Test
    void waitingAndInterruptedJobsWaitAgainInTheirOrder() throws Exception {
        List<String> ids = house.add("a", "b", "c", "d");
        house.runs.complete(ids.get(0));
        house.runs.progress(ids.get(1), 60);
        house.queue.cancel(List.of(ids.get(3)));
        house.queue.move(List.of(ids.get(2)), 0);
        house.restart();
        assertThat(house.rows()).containsExactly("c RUNNING", "a COMPLETED", "b WAITING", "d CANCELLED");
        assertThat(house.queue.jobs()).isEqualTo(house.heard.shown());
        assertThat(house.heard.notices).isEmpty();
        assertThat(house.queue.undo()).isFalse();
    }

    @Test
    void withoutItsOrderTheQueueComesBackByRank() throws Exception {
        List<String> ids = house.add("a", "b");
        house.queue.move(List.of(ids.get(1)), 0);
        house.scheduler.elapse();
        house.kill();
        Files.writeString(house.home.resolve("queue.json"), "{ damaged");
        house.start();
        assertThat(house.rows()).containsExactly("a RUNNING", "b WAITING");
        assertThat(house.heard.notice(Notice.Kind.DAMAGED_ORDER).orElseThrow().files()).singleElement()
                .satisfies(file -> assertThat(file).hasContent("{ damaged"));
        String later = house.add("c").getFirst();
        assertThat(house.job(later).rank()).isEqualTo(2);
    }

    @Test
    void damagedJobsAreToldInOneNoticeAndTheOthersCome() throws Exception {
        List<String> ids = house.add("a", "b", "c", "d");
        house.kill();
        Files.writeString(house.jobs().resolve(ids.get(0) + ".json"), "{}");
        Files.writeString(house.jobs().resolve(ids.get(1) + ".json"), "{}");
        Path newer = house.jobs().resolve(ids.get(2) + ".json");
        Files.writeString(newer, Files.readString(newer).replace("\"schema\" : 1", "\"schema\" : 2"));
        String before = Files.readString(newer);
        house.start();
        assertThat(house.rows()).containsExactly("c WAITING", "d RUNNING");
        assertThat(house.heard.notices).extracting(Notice::kind)
                .containsExactly(Notice.Kind.DAMAGED_JOBS, Notice.Kind.NEWER_JOBS);
        assertThat(house.heard.notices.getFirst().files()).hasSize(2);
        house.queue.cancel(ids);
        house.queue.retry(ids);
        assertThat(newer).hasContent(before);
        assertThat(house.rows().getFirst()).isEqualTo("c WAITING");
    }

    @Test
    void whatCannotBeSavedIsToldOnceAndStaysInTheQueue() throws Exception {
        house.diskFull = true;
        house.add("a");
        house.add("b");
        assertThat(house.heard.notices).extracting(Notice::kind).containsExactly(Notice.Kind.NOT_SAVED);
        assertThat(house.heard.notices.getFirst().fault().orElseThrow()).hasMessageContaining("jobs");
        assertThat(house.rows()).containsExactly("a RUNNING", "b WAITING");
        house.diskFull = false;
        house.add("c");
        house.diskFull = true;
        house.add("d");
        assertThat(house.heard.notices).hasSize(2);
    }

    @Test
    void completedJobsThatLostTheirFilesSaySoAndCanBeTold() throws Exception {
        String id = completed("a");
        house.restart();
        assertThat(house.job(id).lost()).isFalse();
        Path moved = Files.move(house.job(id).folder(), folder.resolve("moved"));
        house.restart();
        assertThat(house.job(id).lost()).isTrue();
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> house.queue.relocate(id, folder));
        house.queue.relocate(id, moved);
        assertThat(house.job(id).lost()).isFalse();
        int writes = house.writes.size();
        house.restart();
        assertThat(house.job(id).folder()).isEqualTo(moved);
        assertThat(house.job(id).lost()).isFalse();
        assertThat(house.writes).hasSize(writes);
    }

    @Test
    void deletedStemsGoToTheTrashAndTheRowStays() throws Exception {
        String whole = completed("a");
        String withNotes = completed("b");
        Path notes = Files.writeString(house.job(withNotes).folder().resolve("notes.txt"), "mine");
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Trash trash = file -> {
            try {
                Files.move(file, bin.resolve(file.getFileName()));
            } catch (IOException e) {
                throw new Fault(file + " stays.", "Try again.", e);
            }
        };
        house.queue.deleteStems(List.of(whole, withNotes, "nobody"), trash);
        assertThat(Folders.tree(bin)).containsExactly("a - stems", "a - stems/vocals.wav", "vocals.wav");
        assertThat(notes).exists();
        assertThat(house.rows()).containsExactly("a COMPLETED", "b COMPLETED");
        assertThat(house.queue.jobs()).allMatch(Job::lost);
        house.queue.deleteStems(List.of(whole), trash);
    }

    private String completed(String name) throws Exception {
        String id = house.add(name).getFirst();
        Path stems = Files.createDirectories(house.job(id).folder());
        Files.writeString(stems.resolve("vocals.wav"), "la");
        house.runs.step(id, job -> job.completed(house.clock.instant(), List.of(), new JobResult(Optional.empty(),
                List.of(new StemFile(StemKind.VOCALS, "vocals.wav", Optional.empty())))));
        return id;
    }
}
