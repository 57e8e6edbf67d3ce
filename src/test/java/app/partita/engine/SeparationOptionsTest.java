package app.partita.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeparationOptionsTest {

    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 2", "0.5, 2", "0.75, 4", "0.9, 10", "0.95, 20"})
    void tellsHowManySegmentsLieOverOneFrame(double overlap, int segments) {
        assertThat(new SeparationOptions(overlap, 0, 1).segmentsAtOnce()).isEqualTo(segments);
    }
}
