package app.partita.settings;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppDirsTest {

    @Test
    void everythingLiesBelowTheFolderThatTheEnvironmentNames(@TempDir Path folder) throws Fault {
        AppDirs dirs = AppDirs.of(Map.of("PARTITA_HOME", folder.toString()));
        assertThat(dirs.home()).isEqualTo(folder);
        assertThat(dirs.models()).isEqualTo(folder.resolve("models"));
        assertThat(dirs.cache()).isEqualTo(folder.resolve("cache"));
        assertThat(dirs.nativePrograms()).isEqualTo(folder.resolve("native"));
        assertThat(dirs.logs()).isEqualTo(folder.resolve("logs"));
        assertThat(dirs.work()).isEqualTo(folder.resolve("work"));
        assertThat(dirs.jobs()).isEqualTo(folder.resolve("jobs"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aRelativeFolderIsMadeAbsolute() throws Fault {
        assertThat(AppDirs.of(Map.of("PARTITA_HOME", "here/../there")).home())
                .isEqualTo(Path.of("there").toAbsolutePath());
    }

    @Test
    void withoutTheVariableItIsTheSystemsPlace() throws Fault {
        AppDirs dirs = AppDirs.of(Map.of("PARTITA_HOME", " "));
        assertThat(dirs.home()).isAbsolute().isEqualTo(AppDirs.of(Map.of()).home());
        assertThat(dirs.home().toString()).containsIgnoringCase("partita");
    }
}
