package app.partita.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest {

    @ParameterizedTest
    @CsvSource({"'a.wav is empty', 'a.wav is empty.'", "'a.wav is empty.', 'a.wav is empty.'",
        "'a.wav: the program said\nno ', 'a.wav: the program said no.'", "'Is it there?', 'Is it there?'", "'', ''"})
    void bothLinesAreSentences(String given, String told) {
        Fault fault = new Fault(given, given);
        assertThat(fault.getMessage()).isEqualTo(told);
        assertThat(fault.nextStep()).isEqualTo(told);
    }
}
