package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkJournalTest {

    private static final List<String> LINES = List.of("one", "two 2", "three");

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("journal");
        try (var journal = WorkJournal.open(file, "key")) {
            journal.append(LINES.subList(0, 1));
            journal.append(LINES.subList(1, 3));
        }
    }

    @Test
    void givesItsLinesBackForTheSameKeyOnly() throws IOException {
        assertThat(found("key")).containsExactlyElementsOf(LINES);
        assertThat(found("another key")).isEmpty();
        assertThat(found("key")).isEmpty();
    }

    @Test
    void whereverItIsCutShortTheWholeLinesCount() throws IOException {
        byte[] all = Files.readAllBytes(file);
        for (int length = 0; length < all.length; length++) {
            Files.write(file, Arrays.copyOf(all, length));
            long whole = new String(all, 0, length, StandardCharsets.ISO_8859_1).lines().count()
                    - (length == 0 || all[length - 1] == '\n' ? 0 : 1);
            assertThat(found("key")).as("cut to %d bytes", length)
                    .isEqualTo(LINES.subList(0, (int) Math.max(0, whole - 1)));
        }
    }

    @Test
    void whicheverByteIsDamagedNoLineFromThereOnCounts() throws IOException {
        byte[] all = Files.readAllBytes(file);
        for (int place = 0; place < all.length; place++) {
            byte[] damaged = all.clone();
            damaged[place] ^= 4;
            Files.write(file, damaged);
            List<String> found = found("key");
            assertThat(found).as("damaged at %d", place).isEqualTo(LINES.subList(0, found.size()));
        }
    }

    @Test
    void whatIsAppendedAfterATornLineIsFound() throws IOException {
        Files.writeString(file, "0123abcd fo", StandardOpenOption.APPEND);
        try (var journal = WorkJournal.open(file, "key")) {
            journal.append(List.of("four"));
        }
        assertThat(found("key")).containsExactly("one", "two 2", "three", "four");
    }

    private List<String> found(String key) throws IOException {
        try (var journal = WorkJournal.open(file, key)) {
            return journal.found();
        }
    }
}
