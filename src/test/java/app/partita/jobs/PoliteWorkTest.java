package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoliteWorkTest {

    private final FakeClock clock = new FakeClock();
    private final List<String> deeds = new ArrayList<>();
    private boolean wanted;
    private final PoliteWork work = new PoliteWork((job, listener, control) -> {
        deeds.add("run " + job.id());
        return job;
    }, () -> wanted, () -> deeds.add("lower"));

    @Test
    void whatIsSetHoldsForTheNextJob() {
        run("1");
        wanted = true;
        run("2");
        wanted = false;
        run("3");
        assertThat(deeds).containsExactly("run 1", "lower", "run 2", "run 3");
    }

    private void run(String id) {
        Path song = Path.of("song.wav").toAbsolutePath();
        work.run(Job.waiting(id, song, song.resolveSibling("stems"), JobSettings.DEFAULT, clock.instant()),
                told -> { }, new RunControl(clock));
    }
}
