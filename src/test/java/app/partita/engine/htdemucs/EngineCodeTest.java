package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import app.partita.testkit.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCodeTest {

    @TempDir
    private Path folder;
    private Path classes;

    @BeforeEach
    void compile() throws IOException {
        classes = folder.resolve("classes");
        write("app/partita/engine/Engine.class", "engine");
        write("app/partita/engine/kernels/simd/Gemm.class", "gemm");
        write("app/partita/stems/StemKind.class", "stems");
        write("app/partita/ui/Window.class", "window");
    }

    @Test
    void aChangedKernelMakesAnotherEngine() throws IOException {
        String before = EngineCode.of(classes);
        write("app/partita/engine/kernels/simd/Gemm.class", "faster");
        assertThat(EngineCode.of(classes)).isNotEqualTo(before);
    }

    @Test
    void aKernelUnderAnotherNameMakesAnotherEngine() throws IOException {
        String before = EngineCode.of(classes);
        Path kernel = classes.resolve("app/partita/engine/kernels/simd/Gemm.class");
        Files.move(kernel, kernel.resolveSibling("Gemm2.class"));
        assertThat(EngineCode.of(classes)).isNotEqualTo(before);
    }

    @Test
    void aChangedWindowDoesNot() throws IOException {
        String before = EngineCode.of(classes);
        write("app/partita/ui/Window.class", "other");
        assertThat(EngineCode.of(classes)).isEqualTo(before);
    }

    @Test
    void packedIntoAJarItIsTheSame() throws IOException {
        Path jar = folder.resolve("partita.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar, StandardOpenOption.CREATE))) {
            for (String name : Folders.tree(classes)) {
                if (Files.isRegularFile(classes.resolve(name))) {
                    out.putNextEntry(new JarEntry(name));
                    Files.copy(classes.resolve(name), out);
                }
            }
        }
        assertThat(EngineCode.of(jar)).isEqualTo(EngineCode.of(classes));
    }

    @Test
    void aProgramWithoutClassesIsNoEngine() {
        assertThatIOException().isThrownBy(() -> EngineCode.of(folder.resolve("nothing.jar")));
    }

    @Test
    void theRunningOneIsThatOfItsClasses() throws Exception {
        Path running = Path.of(EngineCode.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        assertThat(EngineCode.running()).isEqualTo(EngineCode.of(running));
    }

    private void write(String name, String content) throws IOException {
        Path file = classes.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
