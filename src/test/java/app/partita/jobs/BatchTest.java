package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {

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
    void percentIsOverAllSongsAndAHundredOnlyAtTheEnd() {
        List<String> ids = house.add("a", "b", "c", "d");
        assertThat(house.heard.batch().percent()).isZero();
        house.runs.progress(ids.get(0), 50);
        assertThat(house.heard.batch().percent()).isEqualTo(12);
        house.runs.complete(ids.get(0));
        house.runs.fail(ids.get(1));
        assertThat(house.heard.batch().percent()).isEqualTo(50);
        assertThat(house.heard.batch().done()).isEqualTo(2);
        assertThat(house.heard.batch().failed()).isEqualTo(1);
        house.queue.cancel(List.of(ids.get(3)));
        assertThat(house.heard.batch().percent()).isEqualTo(66);
        house.runs.progress(ids.get(2), 100);
        assertThat(house.heard.batch().percent()).isEqualTo(99);
        house.runs.complete(ids.get(2));
        assertThat(house.heard.batch().percent()).isEqualTo(100);
        assertThat(house.heard.batch().busy()).isFalse();
    }

    @Test
    void aNewBatchBeginsWhenTheOldOneIsDone() {
        house.runs.complete(house.add("a").getFirst());
        house.add("b", "c");
        assertThat(house.heard.batch().total()).isEqualTo(2);
        assertThat(house.heard.batch().count(JobState.COMPLETED)).isEqualTo(1);
        assertThat(house.heard.batch().failed()).isZero();
        assertThat(house.heard.batch().percent()).isZero();
    }

    @Test
    void timeLeftFollowsThePaceAndIsSharedAmongThoseAtOnce() {
        List<String> ids = house.add("a", "b", "c", "d", "e");
        assertThat(house.heard.batch().left()).isEmpty();
        house.runs.progress(ids.get(0), 40);
        assertThat(house.heard.batch().left()).contains(Duration.ofMinutes(8));
        house.queue.concurrency(2);
        assertThat(house.heard.batch().left()).contains(Duration.ofMinutes(4));
    }

    @Test
    void speedIsThatOfTheSongsThatRunTogether() {
        house.queue.concurrency(2);
        List<String> ids = house.add("a", "b", "c");
        assertThat(house.heard.batch().speed()).isEmpty();
        house.runs.progress(ids.get(0), 40);
        double alone = house.heard.batch().speed().orElseThrow();
        assertThat(alone).isPositive();
        house.runs.progress(ids.get(1), 40);
        assertThat(house.heard.batch().speed().orElseThrow()).isCloseTo(2 * alone, within(1e-9));
        house.runs.complete(ids.get(0));
        house.runs.complete(ids.get(1));
        house.runs.complete(ids.get(2));
        assertThat(house.heard.batch().speed()).isEmpty();
    }

    @Test
    void saysBeforeItStartsHowMuchRoomItNeeds() {
        house.queue.pause();
        house.add("a", "b");
        DiskRoom room = house.heard.batch().room().orElseThrow();
        long oneOutput = 100L * 44_100 * 2 * 3 * 4;
        long oneWork = 100L * 44_100 * 2 * 4 * 5;
        assertThat(room.needed()).isBetween(2 * oneOutput + oneWork, 2 * oneOutput + 2 * oneWork);
        assertThat(room.free()).isPositive();
        assertThat(new DiskRoom(folder, 5, 4).suffices()).isFalse();
        long before = room.needed();
        house.queue.concurrency(2);
        house.add("c");
        assertThat(house.heard.batch().room().orElseThrow().needed()).isGreaterThan(before + oneOutput + oneWork);
    }
}
