package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobTest {

    private static final Instant NOW = Instant.EPOCH;

    private static final JobResult NOTHING = new JobResult(Optional.empty(), List.of());

    private final Job waiting = Job.waiting("1", Path.of("song.mp3"), Path.of("song - stems"), JobSettings.DEFAULT,
            NOW);

    @Test
    void goesFromWaitingToCompleted() {
        Job done = waiting.begun(NOW, "1").completed(NOW.plusSeconds(9), List.of("clipped"), NOTHING);
        assertThat(done.state()).isEqualTo(JobState.COMPLETED);
        assertThat(done.warnings()).containsExactly("clipped");
        assertThat(done.ended()).contains(NOW.plusSeconds(9));
    }

    @Test
    void refusesIllegalTransitions() {
        assertThatIllegalStateException().isThrownBy(() -> waiting.completed(NOW, List.of(), NOTHING));
        assertThatIllegalStateException().isThrownBy(() -> waiting.at(Progress.WAITING));
        assertThatIllegalStateException().isThrownBy(() -> waiting.begun(NOW, "1").begun(NOW, "1"));
        Job cancelled = waiting.cancelled(NOW);
        assertThatIllegalStateException().isThrownBy(() -> cancelled.cancelled(NOW));
        assertThatIllegalStateException()
                .isThrownBy(() -> waiting.begun(NOW, "1").completed(NOW, List.of(), NOTHING).again());
    }

    @Test
    void waitsAgainAfterAFailureWithoutTracesOfIt() {
        Job failed = waiting.begun(NOW, "1").failed(NOW, JobFailure.of(new Fault("It broke.", "Mend it.")));
        assertThat(failed.failure().orElseThrow().cause()).isEqualTo("It broke.");
        assertThat(failed.again()).isEqualTo(waiting);
    }

    @Test
    void everyStateButCompletedLeadsOn() {
        for (JobState state : JobState.values()) {
            assertThat(state.canBecome(state)).isFalse();
            assertThat(state.canBecome(JobState.WAITING))
                    .isEqualTo(state != JobState.WAITING && state != JobState.COMPLETED);
        }
    }

    @Test
    void failuresAreOneLineEachWithTheTraceAside() {
        JobFailure failure = JobFailure.of(new IllegalStateException("two\nlines"));
        assertThat(failure.cause()).doesNotContain("\n").contains("two lines");
        assertThat(failure.details()).contains("JobTest.failuresAreOneLineEachWithTheTraceAside");
    }

    @Test
    void songsOfOneNameGetDifferentFolders() {
        JobPlanner planner = new JobPlanner(InstantSource.fixed(NOW));
        Path mp3 = Path.of("/music/a.b.mp3");
        assertThat(planner.plan(mp3, JobSettings.DEFAULT).folder()).hasToString("/music/a.b - stems");
        assertThat(planner.plan(Path.of("/music/a.b.flac"), JobSettings.DEFAULT).folder())
                .isNotEqualTo(planner.plan(mp3, JobSettings.DEFAULT).folder());
    }
}
