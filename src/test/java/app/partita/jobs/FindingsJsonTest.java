package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingsJsonTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void evenBeatsAreKeptInFourNumbers() throws Exception {
        Findings found = new Findings(Optional.of(Beats.steady(97.3, 0.37, 7200).withUpbeats(2)),
                Optional.of(MusicalKey.of("F# minor")));

        String json = written(found);

        assertThat(json).hasSizeLessThan(150).contains("\"F# minor\"");
        assertThat(read(json)).isEqualTo(found);
    }

    @Test
    void beatsOfADrummerAreKeptOneByOne() throws Exception {
        Findings found = new Findings(Optional.of(new Beats(120.1, 1, new double[] {0.1, 0.61, 1.099})),
                Optional.empty());

        assertThat(read(written(found))).isEqualTo(found);
    }

    @Test
    void nothingComesBackAsNothing() throws Exception {
        assertThat(read(written(Findings.NONE))).isEqualTo(Findings.NONE);
        assertThat(read("{}")).isEqualTo(Findings.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "7", "\"fast\"", "{}",
        "{'bpm': 0, 'upbeats': 0, 'first': 0, 'count': 8}",
        "{'bpm': 120, 'upbeats': 4, 'first': 0, 'count': 8}",
        "{'bpm': 120, 'upbeats': 0, 'first': 0, 'count': 1}",
        "{'bpm': 120, 'upbeats': 0, 'first': 0, 'count': 2000000000}",
        "{'bpm': 120, 'upbeats': 0, 'seconds': [0, 'x', 2]}",
        "{'bpm': 120, 'upbeats': 0, 'seconds': [0, 2, 1]}",
    })
    void aSenselessTempoIsNoneAndTheKeyStays(String tempo) throws Exception {
        Findings read = read("{\"tempo\": " + tempo.replace('\'', '"') + ", \"key\": \"D major\"}");

        assertThat(read).isEqualTo(new Findings(Optional.empty(), Optional.of(MusicalKey.of("D major"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"H major\"", "[]"})
    void aKeyThatIsNotKnownIsNone(String key) throws Exception {
        assertThat(read("{\"key\": " + key + "}")).isEqualTo(Findings.NONE);
    }

    private String written(Findings found) throws JsonProcessingException {
        ObjectNode out = mapper.createObjectNode();
        FindingsJson.write(out, found);
        return mapper.writeValueAsString(out);
    }

    private Findings read(String json) throws JsonProcessingException {
        return FindingsJson.read(new JsonFields(mapper.readTree(json)));
    }
}
