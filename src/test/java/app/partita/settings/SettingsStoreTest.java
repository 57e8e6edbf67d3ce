package app.partita.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.partita.testkit.FakeScheduler;
import app.partita.testkit.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsStoreTest {

    @TempDir
    private Path home;
    private final FakeScheduler scheduler = new FakeScheduler();

    @Test
    void settingsComeBack() {
        SettingsStore store = open();
        store.change(settings -> settings.withOutputFolder(Optional.of(Path.of("/music/Ausgabe 歌"))).withModel("m")
                .withFormat("flac").withThreads(3).withLowPriority(false).withJobsAtOnce(2).withTheme(Theme.DARK)
                .withLanguage("de").withLayout("window", "10,20,800,600"));
        store.close();
        assertThat(open().settings()).isEqualTo(store.settings());
        assertThat(Folders.tree(home)).containsExactly("settings.json");
    }

    @Test
    void manyChangesAreOneWriteAndAreTakenAtOnce() {
        SettingsStore store = open();
        List<Settings> told = new ArrayList<>();
        store.listen(told::add);
        for (int width = 0; width < 100; width++) {
            String value = Integer.toString(width);
            store.change(settings -> settings.withLayout("width", value));
        }
        store.change(settings -> settings);
        assertThat(told).hasSize(100);
        assertThat(scheduler.waiting()).isEqualTo(1);
        assertThat(home.resolve("settings.json")).doesNotExist();
        scheduler.elapse();
        assertThat(open().settings().layout()).containsEntry("width", "99");
        store.change(settings -> settings.withTheme(Theme.LIGHT));
        assertThat(scheduler.waiting()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"theme\":\"dark\"}", "\u0000\u0000"})
    void aDamagedFileIsSetAsideAndNotDeleted(String content) throws Exception {
        Files.writeString(home.resolve("settings.json"), content);
        SettingsStore store = open();
        assertThat(store.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(store.setAside().orElseThrow()).hasContent(content).hasFileName("settings.json");
        store.change(settings -> settings.withThreads(1));
        store.close();
        assertThat(open().settings().threads()).isEqualTo(1);
    }

    @Test
    void senselessValuesAreTheDefaultAndUnknownKeysAreKept() throws Exception {
        Files.writeString(home.resolve("settings.json"),
                "{\"schema\":1,\"threads\":-4,\"jobsAtOnce\":\"two\",\"theme\":\"pink\",\"language\":\"de\",\"new\":[1]}");
        SettingsStore store = open();
        assertThat(store.settings()).isEqualTo(Settings.DEFAULT.withLanguage("de"));
        store.change(settings -> settings.withThreads(1));
        store.close();
        assertThat(home.resolve("settings.json")).content().contains("\"new\" : [ 1 ]");
    }

    @Test
    void aFileOfANewerVersionIsReadAndNeverWritten() throws Exception {
        Path file = Files.writeString(home.resolve("settings.json"), "{\"schema\":99,\"threads\":2}");
        SettingsStore store = open();
        assertThat(store.settings().threads()).isEqualTo(2);
        store.change(settings -> settings.withThreads(1));
        store.close();
        assertThat(file).hasContent("{\"schema\":99,\"threads\":2}");
    }

    @Test
    void aFileThatCannotBeReadIsNotReplaced() throws Exception {
        Path file = home.resolve("settings.json");
        Files.createSymbolicLink(file, file);
        SettingsStore store = open();
        store.change(settings -> settings.withThreads(3));
        store.close();
        assertThat(file).isSymbolicLink();
    }

    @Test
    void whatCannotBeWrittenIsTriedAgain() throws Exception {
        Path inTheWay = Files.writeString(home.resolve("sub"), "a file");
        SettingsStore store = new SettingsStore(home.resolve("sub/settings.json"), scheduler);
        store.change(settings -> settings.withThreads(1));
        scheduler.elapse();
        Files.delete(inTheWay);
        store.close();
        assertThat(home.resolve("sub/settings.json")).exists();
    }

    @Test
    void impossibleSettingsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.DEFAULT.withThreads(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Settings.DEFAULT.withJobsAtOnce(0));
    }

    private SettingsStore open() {
        return new SettingsStore(home.resolve("settings.json"), scheduler);
    }
}
