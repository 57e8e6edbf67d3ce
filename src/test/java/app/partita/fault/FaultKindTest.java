package app.partita.fault;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.FaultKind.Known;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultKindTest {

    private static final List<String> ARGUMENTS = List.of("one", "two", "three", "four");

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void everyKindIsToldInEveryLanguage(FaultKind kind) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            FaultWords words = FaultWords.in(language);
            Known known = new Known(kind, ARGUMENTS);
            assertThat(List.of(words.cause(known), words.brief(known), words.nextStep(known)))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("{", "}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"faults.properties", "faults_de.properties"})
    void noWordsAreLeftOver(String file) throws IOException {
        Set<String> wanted = new TreeSet<>();
        for (FaultKind kind : FaultKind.values()) {
            String key = kind.name().toLowerCase(Locale.ROOT);
            wanted.addAll(List.of(key + ".cause", key + ".brief", key + ".next"));
        }
        assertThat(keys(file)).isEqualTo(wanted);
    }

    @Test
    void aFaultSpeaksEnglishAndKeepsWhatItIsToldFrom() {
        Fault fault = FaultKind.DISK_FULL.because(new IOException("No space left on device"), "/music/a.wav");

        assertThat(fault).hasMessage("The disk is full: /music/a.wav cannot be written.");
        assertThat(fault.getCause()).hasMessage("No space left on device");
        assertThat(FaultWords.in(Locale.GERMAN).cause(fault.known().orElseThrow()))
                .isEqualTo("Der Datenträger ist voll: /music/a.wav kann nicht geschrieben werden.");
    }

    @Test
    void aFaultThatSpeaksOfAnotherFileDoesSoInEveryLanguage() {
        Fault fault = FaultKind.NOT_WRITABLE.fault("/music/.hidden/a.wav").renaming(".hidden", "shown");

        assertThat(fault).hasMessageContaining("/music/shown/a.wav");
        assertThat(fault.known().orElseThrow().arguments()).containsExactly("/music/shown/a.wav");
    }

    @Test
    void aFaultOfNoKindHasOnlyItsWords() {
        assertThat(new Fault("It broke.", "Mend it.").known()).isEmpty();
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Fault.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
