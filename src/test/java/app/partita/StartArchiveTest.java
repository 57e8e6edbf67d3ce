package app.partita;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the Java of these tests is a shell script")
class StartArchiveTest {

    @TempDir
    private Path folder;

    private Path archive;
    private Path classes;

    @BeforeEach
    void listClasses() throws IOException {
        archive = folder.resolve("window.jsa");
        classes = Files.writeString(folder.resolve("window.classes"), "java/lang/Object");
    }

    @Test
    void theArchiveIsMadeByAJavaWithTheSameOptionsFromTheClassesThatWereListed() throws Exception {
        make("for a; do case $a in -XX:SharedArchiveFile=*) printf '%s\\n' \"$@\" > \"${a#*=}\";; esac; done");

        assertThat(archive).content().isEqualTo(String.join("\n", "-Xmx1g", "-Xshare:dump",
                "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + archive + ".part", "-cp",
                "partita.jar", ""));
        assertThat(folder).isDirectoryNotContaining("glob:**{.part,.classes}");
    }

    @Test
    void nothingIsLeftWhereItCannotBeMade() throws Exception {
        make("for a; do case $a in -XX:SharedArchiveFile=*) echo half > \"${a#*=}\";; esac; done; exit 1");

        assertThat(folder).isDirectoryNotContaining("glob:**{.part,.classes,.jsa}");
    }

    @Test
    void nothingIsMadeUnlessTheLauncherAsks() {
        assertThat(StartArchive.wanted()).isEmpty();
    }

    private void make(String script) throws IOException {
        Path java = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        new StartArchive(archive, java, List.of("-XX:DumpLoadedClassList=" + classes, "-Xmx1g"), "partita.jar").make();
    }
}
