package app.partita.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.partita.ProgramUnderTest;
import java.nio.file.Path;
import java.util.Map;

/** The weights that pictures of a real run need; a test is skipped, and says so, where they are not named. */
final class ReleasedWeights {

    private ReleasedWeights() {
    }

    /** Takes them into a program's data folder. */
    static void importInto(Path home) throws Exception {
        String weights = System.getenv("PARTITA_TEST_WEIGHTS");
        assumeTrue(weights != null, "No pictures of a real run: set PARTITA_TEST_WEIGHTS to the released weights.");
        int exit = ProgramUnderTest.command(Map.of("PARTITA_HOME", home.toString()), "models", "import", weights);
        assertThat(exit).isZero();
    }
}
