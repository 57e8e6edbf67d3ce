package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Job;
import app.partita.jobs.JobSettings;
import app.partita.jobs.Progress;
import app.partita.jobs.Stage;
import app.partita.testkit.FakeClock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JobReportTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FakeClock clock = new FakeClock();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Job job = Job.waiting("1", Path.of("a.wav"), Path.of("a - stems"), JobSettings.DEFAULT,
            clock.instant()).begun(clock.instant(), "test");

    @Test
    void theClockInTheBarGoesOnWhileNothingIsTold() {
        JobReport report = report(true);
        report.accept(job.at(separating(Duration.ofSeconds(4))));
        clock.advance(Duration.ofMillis(1_500));
        later.remove().run();
        assertThat(text()).endsWith("] 0:05  Separating stems: 30%\u001b[K");
        clock.advance(Duration.ofSeconds(1));
        later.remove().run();
        assertThat(text()).endsWith("] 0:06  Separating stems: 30%\u001b[K");
    }

    @Test
    void afterTheEndTheBarIsNotDrawnAgain() {
        JobReport report = report(true);
        report.accept(job.at(separating(Duration.ofSeconds(4))));
        report.accept(job.cancelled(clock.instant()));
        String ended = text();
        later.remove().run();
        assertThat(text()).isEqualTo(ended);
        assertThat(later).isEmpty();
    }

    @Test
    void severalSongsShareOneClock() {
        JobReport report = report(true);
        report.accept(job.at(separating(Duration.ofSeconds(4))));
        report.accept(job.cancelled(clock.instant()));
        report.accept(job.at(separating(Duration.ofSeconds(1))));
        assertThat(later).hasSize(1);
    }

    @Test
    void withoutAPersonNothingTicks() {
        report(false).accept(job.at(separating(Duration.ofSeconds(4))));
        assertThat(later).isEmpty();
        assertThat(text()).isEqualTo("a.wav: 36% Separating stems: 30%\n");
    }

    @Test
    void whatATerminalTakesForCommandsIsNotPrinted() {
        Job odd = Job.waiting("2", Path.of("new\nline \u001b[2J.wav"), Path.of("a"), JobSettings.DEFAULT,
                clock.instant()).begun(clock.instant(), "test");
        report(false).accept(odd.at(separating(Duration.ofSeconds(4))));
        assertThat(text()).isEqualTo("new?line ?[2J.wav: 36% Separating stems: 30%\n");
    }

    private JobReport report(boolean person) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new JobReport(new Terminal(stream, stream, person, Optional::empty), false, clock, later::add);
    }

    private static Progress separating(Duration elapsed) {
        return new Progress(Stage.SEPARATING_STEMS, 36, 30, elapsed, Optional.empty());
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
