package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import app.partita.testkit.Volume;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFaultTest {

    private static final Path FILE = Path.of("song.f32");

    @TempDir
    private Path folder;

    @Test
    void saysWhatIsWrongAndNamesTheFile() {
        Map<Exception, String> told = Map.of(
                new IOException("No space left on device"), "full",
                new FileSystemException("song.f32", null, "No space left on device"), "full",
                new IOException("Disk quota exceeded"), "quota",
                new ReadOnlyFileSystemException(), "read-only",
                new FileSystemException("song.f32", null, "Read-only file system"), "read-only",
                new AccessDeniedException("song.f32"), "no permission",
                new NoSuchFileException("song.f32"), "folder is gone",
                new IOException("Input/output error"), "Input/output error");

        told.forEach((cause, words) -> {
            Fault fault = DiskFault.writing(FILE, cause);
            assertThat(fault).hasMessageContaining("song.f32").hasMessageContaining(words).hasCause(cause);
            assertThat(fault.getMessage()).doesNotContain("\n").doesNotContain("null");
            assertThat(fault.nextStep()).isNotBlank();
        });
    }

    @Test
    void aFullDiskIsToldWhateverTheSystemsLanguage() throws Exception {
        try (Volume disk = Volume.inMemory(folder.resolve("disk"), 1)) {
            disk.fill();
            assertThat(DiskFault.writing(disk.path().resolve("stems/song.f32"),
                    new IOException("Auf dem Gerät ist kein Speicherplatz mehr verfügbar")))
                    .hasMessageContaining("full");
        }
    }

    @Test
    void aReadOnlyDiskIsToldWhateverTheSystemsLanguage() throws Exception {
        try (Volume disk = Volume.inMemory(folder.resolve("disk"), 1)) {
            disk.readOnly(true);
            assertThat(DiskFault.writing(disk.path().resolve("song.f32"),
                    new IOException("Das Dateisystem ist nur lesbar"))).hasMessageContaining("read-only");
        }
    }

    @Test
    void aNamelessFailureStillHasAKind() {
        assertThat(DiskFault.reading(FILE, new IOException())).hasMessageContaining("IOException");
    }
}
