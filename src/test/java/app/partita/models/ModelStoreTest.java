package app.partita.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelStoreTest {

    private final Model model = new Model("tiny", "for tests", List.of());

    @TempDir
    private Path home;
    private Path folder;
    private ModelStore store;

    @BeforeEach
    void open() {
        folder = home.resolve("models");
        store = new ModelStore(folder, Validators.GOOD);
    }

    @Test
    void anImportedFileIsFoundUnderTheModelsName() throws IOException {
        Path file = Files.writeString(home.resolve("whatever.bin"), "GOOD one");
        assertThat(store.locate(model)).isEmpty();
        Path place = store.importFile(model, file);
        assertThat(place).hasContent("GOOD one").hasParent(folder);
        assertThat(store.locate(model)).contains(place);
        assertThat(file).exists();
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void anotherImportReplacesTheFirst() throws IOException {
        store.importFile(model, Files.writeString(home.resolve("a"), "GOOD one"));
        store.importFile(model, Files.writeString(home.resolve("b"), "GOOD two"));
        assertThat(store.locate(model).orElseThrow()).hasContent("GOOD two");
    }

    @Test
    void rubbishIsRefusedAndNothingIsLeftBehind() throws IOException {
        Path rubbish = Files.writeString(home.resolve("song.mp3"), "BAD");
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> store.importFile(model, rubbish))
                .withMessageContaining("song.mp3");
        assertThat(folder).doesNotExist();
    }

    @Test
    void rubbishDoesNotReplaceAGoodFile() throws IOException {
        store.importFile(model, Files.writeString(home.resolve("a"), "GOOD"));
        Path rubbish = Files.writeString(home.resolve("b"), "BAD");
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> store.importFile(model, rubbish));
        assertThat(store.locate(model).orElseThrow()).hasContent("GOOD");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void aFolderOrNothingCannotBeImported() {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> store.importFile(model, home));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> store.importFile(model, home.resolve("none")))
                .withMessageContaining("does not exist");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tiny.onnx", "tiny.th", "tiny.safetensors", "tiny.weights"})
    void aFilePutThereByHandIsFound(String name) throws IOException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve(name), "GOOD");
        assertThat(store.locate(model)).contains(file);
    }
}
