package app.partita.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermsStoreTest {

    @TempDir
    private Path folder;

    @Test
    void anAcceptanceIsRememberedForTheNextStart() throws Fault {
        Path home = folder.resolve("new");
        assertThat(new TermsStore(home).isAccepted(ModelTerms.DEMUCS)).isFalse();
        new TermsStore(home).accept(ModelTerms.DEMUCS);
        assertThat(new TermsStore(home).isAccepted(ModelTerms.DEMUCS)).isTrue();
        assertThat(home.toFile().list()).hasSize(1);
    }

    @Test
    void anotherWordingMustBeAcceptedAnew() throws Fault {
        TermsStore store = new TermsStore(folder);
        store.accept(ModelTerms.DEMUCS);
        ModelTerms changed = new ModelTerms("demucs-weights-2", "other words");
        assertThat(store.isAccepted(changed)).isFalse();
        store.accept(changed);
        assertThat(store.isAccepted(changed)).isTrue();
        assertThat(store.isAccepted(ModelTerms.DEMUCS)).isTrue();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFault() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> new TermsStore(file).accept(ModelTerms.DEMUCS));
    }
}
