package app.partita.files;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeScheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoteFilesTest {

    private final FakeScheduler scheduler = new FakeScheduler();

    @TempDir
    private Path folder;

    @Test
    void whatIsNotedIsThereAtOnceAndAfterARestart() {
        NoteFiles notes = new NoteFiles(folder, scheduler);
        notes.note("song", Map.of("drums", "0.5 ß"));
        notes.note("song", Map.of("bass", "1"));
        assertThat(notes.of("song")).isEqualTo(Map.of("drums", "0.5 ß", "bass", "1"));

        notes.flush();

        assertThat(new NoteFiles(folder, scheduler).of("song")).isEqualTo(Map.of("drums", "0.5 ß", "bass", "1"));
    }

    @Test
    void aLaterNoteReplacesOnlyWhatItNames() {
        NoteFiles notes = new NoteFiles(folder, scheduler);
        notes.note("song", Map.of("drums", "1", "bass", "2"));
        notes.flush();
        notes.note("song", Map.of("bass", "3"));
        notes.flush();

        assertThat(notes.of("song")).isEqualTo(Map.of("drums", "1", "bass", "3"));
    }

    @Test
    void whatCannotBeReadCountsAsNotNoted() throws IOException {
        Files.write(folder.resolve("song.properties"), new byte[] {(byte) 0xff, (byte) 0xfe, 1});

        assertThat(new NoteFiles(folder, scheduler).of("song")).isEmpty();
        assertThat(new NoteFiles(folder, scheduler).of("another")).isEmpty();
    }
}
