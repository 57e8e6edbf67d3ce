package app.partita.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The file by which a Linux desktop knows the program and what it opens. */
class DesktopEntryTest {

    @Test
    void songsAreOpenedWithTheProgram() throws IOException {
        Map<String, String> entry = entry();

        assertThat(entry).containsEntry("Type", "Application").containsEntry("Exec", "partita %F")
                .containsEntry("Icon", "partita").containsEntry("Terminal", "false");
        assertThat(entry.get("MimeType").split(";")).doesNotHaveDuplicates()
                .contains("audio/mpeg", "audio/flac", "audio/x-wav", "audio/mp4", "audio/ogg", "audio/opus",
                        "video/mp4")
                .allMatch(type -> type.matches("(audio|video)/[a-z0-9.+-]+"));
    }

    @Test
    void everyTranslatedLineHasOneThatIsNot() throws IOException {
        Map<String, String> entry = entry();

        assertThat(entry.keySet().stream().filter(key -> key.contains("[")).map(key ->
                key.substring(0, key.indexOf('[')))).isNotEmpty().allMatch(entry::containsKey);
    }

    private static Map<String, String> entry() throws IOException {
        Map<String, String> entry = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("packaging", "partita.desktop"))) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                entry.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return entry;
    }
}
