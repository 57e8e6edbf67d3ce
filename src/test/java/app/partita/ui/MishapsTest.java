package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MishapsTest {

    private final List<Throwable> told = new ArrayList<>();
    private final Mishaps mishaps = new Mishaps(Runnable::run);

    @Test
    void aFailureOnAnyThreadIsTold() throws Exception {
        mishaps.tell(told::add);
        Thread broken = Thread.ofPlatform().unstarted(() -> {
            throw new IllegalStateException("broken");
        });
        broken.setUncaughtExceptionHandler(mishaps);
        broken.start();
        broken.join();

        assertThat(told).singleElement().satisfies(thrown -> assertThat(thrown).hasMessage("broken"));
    }

    @Test
    void whatHappenedBeforeThereWasAWindowIsToldThen() {
        mishaps.uncaughtException(Thread.currentThread(), new IllegalStateException("early"));

        mishaps.tell(told::add);

        assertThat(told).hasSize(1);
    }

    @Test
    void aFailureWhileTellingIsNotToldAgain() {
        mishaps.tell(thrown -> {
            told.add(thrown);
            throw new IllegalStateException("again");
        });

        mishaps.uncaughtException(Thread.currentThread(), new IllegalStateException("first"));

        assertThat(told).hasSize(1);
    }
}
