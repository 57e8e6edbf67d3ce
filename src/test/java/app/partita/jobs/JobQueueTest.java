package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.audio.OutputFormat;
import app.partita.testkit.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobQueueTest {

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
    void runsOneAfterTheOtherInTheOrderOfTheRows() {
        List<String> ids = house.add("a", "b", "c");
        assertThat(house.rows()).containsExactly("a RUNNING", "b WAITING", "c WAITING");
        house.runs.complete(ids.get(0));
        house.runs.fail(ids.get(1));
        assertThat(house.rows()).containsExactly("a COMPLETED", "b FAILED", "c RUNNING");
        house.runs.complete(ids.get(2));
        assertThat(house.runs.begun()).isEqualTo(ids);
        assertThat(house.runs.standing()).isEmpty();
    }

    @Test
    void severalRunAtOnceWithoutCrossTalk() {
        house.queue.concurrency(2);
        List<String> ids = house.add("a", "b", "c");
        house.runs.progress(ids.get(1), 70);
        house.runs.progress(ids.get(0), 20);
        assertThat(house.job(ids.get(0)).progress().percent()).isEqualTo(20);
        assertThat(house.job(ids.get(1)).progress().percent()).isEqualTo(70);
        assertThat(house.state(ids.get(2))).isEqualTo(JobState.WAITING);
        house.runs.fail(ids.get(1));
        assertThat(house.rows()).containsExactly("a RUNNING", "b FAILED", "c RUNNING");
        assertThat(house.job(ids.get(0)).progress().percent()).isEqualTo(20);
        assertThat(house.job(ids.get(0)).failure()).isEmpty();
    }

    @Test
    void aSongTellsItsTitleWithoutAWrite() {
        String id = house.add("a").getFirst();
        assertThat(house.job(id).facts().orElseThrow().title()).isEqualTo("a");
        assertThat(house.heard.shown().getFirst().seconds()).isEqualTo(100);
        assertThat(house.writes).hasSize(1);
    }

    @Test
    void aSongThatIsTakenAwayOrCancelledIsNotProbedToTheEnd() {
        house.queue.pause();
        List<Boolean> cancelled = new ArrayList<>();
        List<Consumer<List<String>>> endings = new ArrayList<>(List.of(house.queue::remove, house.queue::cancel));
        house.whileProbing = asked -> {
            cancelled.add(asked.getAsBoolean());
            endings.removeFirst().accept(house.queue.jobs().stream().map(Job::id).toList());
            cancelled.add(asked.getAsBoolean());
            throw new CancellationException();
        };
        house.add("a");
        String id = house.add("b").getFirst();
        assertThat(cancelled).containsExactly(false, true, false, true);
        assertThat(house.rows()).containsExactly("b CANCELLED");
        house.whileProbing = asked -> assertThat(asked.getAsBoolean()).isFalse();
        house.queue.retry(List.of(id));
        assertThat(house.job(id).facts()).isPresent();
    }

    @Test
    void aSongThatIsThereAlreadyIsAskedAboutOnce() {
        house.add("a");
        List<Path> songs = List.of(house.song("a"), house.song("b"), house.song("b"), house.song("a"));
        Additions asked = house.queue.add(songs, JobSettings.DEFAULT, Duplicates.ASK);
        assertThat(asked.added()).extracting(Job::name).containsExactly("b.wav");
        assertThat(asked.duplicates()).containsExactly(house.song("a"));
        assertThat(house.queue.add(songs, JobSettings.DEFAULT, Duplicates.SKIP).added()).isEmpty();
        Additions again = house.queue.add(asked.duplicates(), JobSettings.DEFAULT, Duplicates.AGAIN);
        assertThat(again.added()).extracting(Job::folder).containsExactly(house.music.resolve("a - stems (2)"));
    }

    @Test
    void anotherModelOrFormatOrAChangedFileIsAnotherJobWithAFolderOfItsOwn() throws Exception {
        house.add("a");
        JobSettings fine = new JobSettings("htdemucs_ft", JobSettings.DEFAULT.format(), JobSettings.DEFAULT.options(),
                JobSettings.DEFAULT.remainder(), Optional.empty(), false);
        assertThat(house.queue.add(List.of(house.song("a")), fine, Duplicates.ASK).added())
                .extracting(Job::folder).containsExactly(house.music.resolve("a - stems (2)"));
        JobSettings flac = new JobSettings("htdemucs", OutputFormat.FLAC, JobSettings.DEFAULT.options(),
                JobSettings.DEFAULT.remainder(), Optional.empty(), false);
        Job other = house.queue.add(List.of(house.song("a")), flac, Duplicates.ASK).added().getFirst();
        assertThat(other.folder()).hasFileName("a - stems (3)");
        Files.writeString(house.song("a"), "changed and longer");
        assertThat(house.queue.add(List.of(house.song("a")), flac, Duplicates.ASK).added()).hasSize(1);
    }

    @Test
    void aFolderThatIsThereAlreadyIsNotTouched() throws Exception {
        Files.createDirectories(house.music.resolve("a - stems"));
        String first = house.add("a").getFirst();
        assertThat(house.job(first).folder()).hasFileName("a - stems (2)");
        String second = house.add("b").getFirst();
        Files.createDirectories(house.music.resolve("b - stems"));
        house.runs.complete(first);
        assertThat(house.job(second).folder()).hasFileName("b - stems (2)");
        assertThat(house.state(second)).isEqualTo(JobState.RUNNING);
    }

    @Test
    void cancelsWhatWaitsAndWhatRuns() {
        List<String> ids = house.add("a", "b", "c");
        house.queue.cancel(ids.subList(0, 2));
        assertThat(house.rows()).containsExactly("a RUNNING", "b CANCELLED", "c WAITING");
        house.runs.complete(ids.getFirst());
        assertThat(house.rows()).containsExactly("a CANCELLED", "b CANCELLED", "c RUNNING");
    }

    @Test
    void whatWasCancelledCanBeTakenBackWhileItStillRunsAndAfter() {
        List<String> ids = house.add("a", "b");
        house.queue.cancel(ids);
        assertThat(house.queue.undo()).isTrue();
        assertThat(house.rows()).containsExactly("a RUNNING", "b WAITING");
        house.runs.progress(ids.getFirst(), 50);
        assertThat(house.rows()).containsExactly("a RUNNING", "b WAITING");
        assertThat(house.job(ids.getFirst()).progress().percent()).isZero();
        house.queue.cancel(ids);
        house.runs.progress(ids.getFirst(), 50);
        assertThat(house.rows()).containsExactly("a CANCELLED", "b CANCELLED");
        assertThat(house.queue.undo()).isTrue();
        assertThat(house.rows()).containsExactly("a RUNNING", "b WAITING");
        assertThat(house.queue.undo()).isFalse();
    }

    @Test
    void removedRowsComeBackWhereTheyStood() {
        List<String> ids = house.add("a", "b", "c", "d");
        house.queue.remove(List.of(ids.get(1), ids.get(0)));
        assertThat(house.rows()).containsExactly("c WAITING", "d WAITING");
        assertThat(Folders.tree(house.jobs())).hasSize(2);
        house.runs.progress(ids.get(0), 50);
        assertThat(house.rows()).containsExactly("c RUNNING", "d WAITING");
        assertThat(house.queue.undo()).isTrue();
        assertThat(house.rows()).containsExactly("a WAITING", "b WAITING", "c RUNNING", "d WAITING");
        assertThat(Folders.tree(house.jobs())).hasSize(4);
    }

    @Test
    void aRowThatComesBackWaitsUntilItsFirstRunHasReturned() {
        String id = house.add("a").getFirst();
        house.queue.remove(List.of(id));
        house.queue.undo();
        assertThat(house.rows()).containsExactly("a WAITING");
        house.runs.progress(id, 50);
        assertThat(house.rows()).containsExactly("a RUNNING");
        assertThat(house.runs.begun()).containsExactly(id, id);
    }

    @Test
    void retryLetsFailedAndCancelledWaitAgainAndNothingElse() {
        List<String> ids = house.add("a", "b", "c");
        house.runs.fail(ids.get(0));
        house.runs.complete(ids.get(1));
        house.queue.retry(ids);
        assertThat(house.rows()).containsExactly("a WAITING", "b COMPLETED", "c RUNNING");
        assertThat(house.job(ids.get(0)).failure()).isEmpty();
    }

    @Test
    void rowsMoveInTheOrderTheyHave() {
        List<String> ids = house.add("a", "b", "c", "d", "e");
        house.queue.move(List.of(ids.get(3), ids.get(1)), 5);
        assertThat(house.rows()).containsExactly("a RUNNING", "c WAITING", "e WAITING", "b WAITING", "d WAITING");
        house.queue.move(List.of(ids.get(4)), 1);
        house.runs.complete(ids.get(0));
        assertThat(house.state(ids.get(4))).isEqualTo(JobState.RUNNING);
        int told = house.heard.structures;
        house.queue.move(List.of(ids.get(4)), 1);
        assertThat(house.heard.structures).isEqualTo(told);
    }

    @Test
    void pauseKeepsTheNextFromBeginningAndResumeLetsIt() {
        List<String> ids = house.add("a", "b");
        house.queue.pause();
        assertThat(house.heard.batch().paused()).isTrue();
        house.runs.complete(ids.getFirst());
        assertThat(house.rows()).containsExactly("a COMPLETED", "b WAITING");
        house.queue.resume();
        assertThat(house.rows()).containsExactly("a COMPLETED", "b RUNNING");
    }

    @Test
    void theComputerStaysAwakeWhileSomethingRuns() {
        String id = house.add("a").getFirst();
        assertThat(house.holds).isEqualTo(1);
        house.queue.pause();
        assertThat(house.holds).isZero();
        house.queue.resume();
        assertThat(house.holds).isEqualTo(1);
        house.runs.complete(id);
        assertThat(house.holds).isZero();
    }

    @Test
    void stoppingKeepsWhatWasNotDoneForTheNextStart() throws Exception {
        List<String> ids = house.add("a", "b");
        CompletableFuture<Void> closed = house.queue.close(Closing.STOP_AND_KEEP);
        assertThat(closed).isNotDone();
        assertThat(house.add("late")).isEmpty();
        house.runs.progress(ids.getFirst(), 50);
        assertThat(closed).isDone();
        assertThat(house.rows()).containsExactly("a WAITING", "b WAITING");
        assertThat(house.writes).hasSize(2);
        house.start();
        assertThat(house.rows()).containsExactly("a RUNNING", "b WAITING");
    }

    @Test
    void finishingRunsAllThatWaitsAlsoIfItWasPaused() {
        List<String> ids = house.add("a", "b");
        house.queue.pause();
        CompletableFuture<Void> closed = house.queue.close(Closing.FINISH);
        house.runs.complete(ids.get(0));
        assertThat(closed).isNotDone();
        house.runs.fail(ids.get(1));
        assertThat(closed).isDone();
    }

    @Test
    void anEmptyQueueClosesAtOnce() {
        house.queue.close();
        assertThat(house.queue.jobs()).isEmpty();
    }

    @Test
    void aJobThatCannotBeStartedFailsAndTheNextBegins() throws Exception {
        house.kill();
        house.open((job, run) -> {
            throw new IllegalStateException("no thread");
        }, (job, listener, control) -> job);
        house.queue.restore();
        house.add("a", "b");
        assertThat(house.rows()).containsExactly("a FAILED", "b FAILED");
        assertThat(house.queue.jobs().getFirst().failure().orElseThrow().details()).contains("no thread");
    }

    @Test
    void workThatBreaksOrReturnsTooEarlyFailsItsJob() throws Exception {
        house.kill();
        house.open((job, run) -> run.run(), (job, listener, control) -> {
            if (job.name().startsWith("a")) {
                throw new IllegalStateException("broken work");
            }
            return job;
        });
        house.queue.restore();
        house.add("a", "b");
        assertThat(house.rows()).containsExactly("a FAILED", "b FAILED");
    }

    @Test
    void aThousandSongsAreOneChangeOfTheRows() {
        house.queue.pause();
        List<Path> songs = IntStream.range(0, 1000).mapToObj(i -> house.song("song " + i)).toList();
        int before = house.heard.structures;
        assertThat(house.queue.add(songs, JobSettings.DEFAULT, Duplicates.ASK).added()).hasSize(1000);
        assertThat(house.heard.structures).isEqualTo(before + 1);
        assertThat(Folders.tree(house.jobs())).hasSize(1000);
        assertThat(house.queue.add(songs, JobSettings.DEFAULT, Duplicates.ASK).duplicates()).hasSize(1000);
        house.queue.remove(house.queue.jobs().stream().map(Job::id).toList());
        assertThat(house.heard.structures).isEqualTo(before + 2);
    }

    @Test
    void aListenerThatBreaksDisturbsNobody() {
        house.queue.listen(new QueueListener() {
            @Override
            public void changed(Job job) {
                throw new IllegalStateException("broken listener");
            }
        });
        List<String> ids = house.add("a");
        house.runs.complete(ids.getFirst());
        assertThat(house.heard.shown()).extracting(Job::state).containsExactly(JobState.COMPLETED);
    }

    @Test
    void aListenerMayCommandTheQueue() {
        house.queue.listen(new QueueListener() {
            @Override
            public void changed(Job job) {
                if (job.state() == JobState.FAILED) {
                    house.queue.remove(List.of(job.id()));
                }
            }
        });
        house.runs.fail(house.add("a").getFirst());
        assertThat(house.queue.jobs()).isEmpty();
        assertThat(house.heard.shown()).isEmpty();
    }

    @Test
    void aJobThatIsRetriedBeforeItsRunHasReturnedRunsAgain() {
        house.queue.listen(new QueueListener() {
            @Override
            public void changed(Job job) {
                if (job.state() == JobState.FAILED) {
                    house.queue.retry(List.of(job.id()));
                }
            }
        });
        String id = house.add("a").getFirst();
        house.runs.fail(id);
        assertThat(house.state(id)).isEqualTo(JobState.RUNNING);
        assertThat(house.runs.begun()).containsExactly(id, id);
    }

    @Test
    void aListenerThatComesLateIsToldWhatIsThere() {
        List<String> ids = house.add("a", "b");
        house.runs.progress(ids.getFirst(), 42);
        QueueHouse.Heard late = new QueueHouse.Heard();
        house.queue.listen(late);
        assertThat(late.shown()).isEqualTo(house.queue.jobs());
        assertThat(late.batch().count(JobState.WAITING)).isEqualTo(1);
    }
}
