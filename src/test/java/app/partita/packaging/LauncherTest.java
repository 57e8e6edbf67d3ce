package app.partita.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.packaging.LauncherBench.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code packaging/bin/partita} among Javas that only tell how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a POSIX shell script; Windows has partita.bat")
class LauncherTest {

    private LauncherBench bench;

    @BeforeEach
    void installLauncher(@TempDir Path folder) throws IOException {
        bench = new LauncherBench(folder);
    }

    @Test
    void takesTheFolderNamedByPartitaJavaBeforeAllOthers() throws Exception {
        Path named = bench.java("named", "25.0.3");
        Path home = bench.java("home", "25");

        Run run = bench.run(Map.of("PARTITA_JAVA", named.toString(), "JAVA_HOME", home.toString()));

        assertThat(run.java()).isEqualTo(named.resolve("bin/java"));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void takesTheProgramNamedByPartitaJava() throws Exception {
        Path program = bench.java("named", "25").resolve("bin/java");

        assertThat(bench.run(Map.of("PARTITA_JAVA", program.toString())).java()).isEqualTo(program);
    }

    @Test
    void saysThatPartitaJavaWillNotDoAndLooksFurther() throws Exception {
        Path old = bench.java("named", "17.0.15");
        Path home = bench.java("home", "25");

        Run run = bench.run(Map.of("PARTITA_JAVA", old.toString(), "JAVA_HOME", home.toString()));

        assertThat(run.java()).isEqualTo(home.resolve("bin/java"));
        assertThat(run.err()).contains("PARTITA_JAVA", "Java 17.0.15", "looking further");
    }

    @Test
    void followsTheLinksOfAJavaOnThePath() throws Exception {
        Path real = bench.java("somewhere", "25.0.1");
        Path alternative = Files.createSymbolicLink(bench.folder("alternatives").resolve("java"),
                real.resolve("bin/java"));
        Path onPath = Files.createSymbolicLink(bench.tools().resolve("java"), alternative);

        Run run = bench.run(Map.of("JAVA_HOME", bench.java("old", "17").toString()));

        assertThat(run.java()).isEqualTo(onPath);
    }

    @ParameterizedTest
    @ValueSource(strings = {"system/usr/lib/jvm/temurin", "home of me/.jdks/mine", "home of me/.sdkman/candidates/java/x",
            "system/Library/Java/JavaVirtualMachines/t.jdk/Contents/Home"})
    void looksIntoTheUsualFolders(String folder) throws Exception {
        bench.java("system/usr/lib/jvm/a-java-17", "17.0.15");
        Path wanted = bench.java(folder, "25.0.3");

        assertThat(bench.run(Map.of()).java()).isEqualTo(wanted.resolve("bin/java"));
    }

    @ParameterizedTest
    @CsvSource({"25, true", "25.0.3, true", "26-ea, true", "100.1, true", "24.0.2, false", "1.8.0_392, false",
            "17.0.15, false", "'', false"})
    void readsTheVersionFromTheReleaseFile(String version, boolean willDo) throws Exception {
        Path home = bench.java("home", version);

        Run run = bench.run(Map.of("JAVA_HOME", home.toString()));

        assertThat(run.exit()).isEqualTo(willDo ? LauncherBench.EXIT_OF_JAVA : 1);
    }

    @ParameterizedTest
    @CsvSource({"25.0.3, true", "21.0.4, false"})
    void asksAJavaWithoutReleaseFileForItsVersion(String version, boolean willDo) throws Exception {
        Path home = bench.java("home", version);
        Files.delete(home.resolve("release"));

        Run run = bench.run(Map.of("JAVA_HOME", home.toString()));

        assertThat(run.exit()).isEqualTo(willDo ? LauncherBench.EXIT_OF_JAVA : 1);
    }

    @Test
    void saysWhatItLookedAtAndWhatToInstallWhenThereIsNoJava() throws Exception {
        Path old = bench.java("old", "17.0.15");

        Run run = bench.run(Map.of("JAVA_HOME", old.toString()));

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("Java 25 or newer is needed")
                .contains("JAVA_HOME: " + old.resolve("bin/java") + " is Java 17.0.15")
                .contains("PATH: no java")
                .contains("Temurin 25")
                .contains("PARTITA_JAVA");
    }

    @Test
    void handsArgumentsOnUntouchedBehindTheMainClass() throws Exception {
        String[] arguments = {"separate", "a b.mp3", "", "*", "it's \"$HOME\"", "Прощай ☂.flac", "-o"};

        Run run = bench.run(Map.of("JAVA_HOME", bench.java("home", "25").toString()), arguments);

        assertThat(run.arguments()).endsWith(arguments);
        int main = run.arguments().indexOf("app.partita.Main");
        assertThat(main).isEqualTo(run.arguments().size() - arguments.length - 1);
        assertThat(run.arguments().subList(0, main)).endsWith("-cp", bench.jar().toString());
    }

    @Test
    void appendsPartitaOptsToItsOwnOptions() throws Exception {
        Run run = bench.run(Map.of("JAVA_HOME", bench.java("home", "25").toString(), "PARTITA_OPTS", "-Xmx2g  -Dx=*"));

        assertThat(run.arguments()).containsSubsequence("@" + bench.jar().resolveSibling("java.options"), "-Xmx2g",
                "-Dx=*", "-cp", "app.partita.Main");
    }

    @Test
    void endsWithTheExitCodeOfJava() throws Exception {
        Run run = bench.run(Map.of("JAVA_HOME", bench.java("home", "25").toString()));

        assertThat(run.exit()).isEqualTo(LauncherBench.EXIT_OF_JAVA);
    }

    @Test
    void becomesJavaSoThatSignalsReachIt() throws Exception {
        Run run = bench.run(Map.of("JAVA_HOME", bench.java("home", "25").toString()));

        assertThat(run.javaPid()).isEqualTo(run.pid());
    }

    @Test
    void findsItsJarThroughAChainOfLinks() throws Exception {
        Path first = Files.createSymbolicLink(bench.folder("first").resolve("partita"),
                Path.of("../app dir/bin/partita"));
        Path second = Files.createSymbolicLink(bench.folder("second").resolve("p"), first);

        Run run = bench.runAs(second, Map.of("JAVA_HOME", bench.java("home", "25").toString()));

        assertThat(run.arguments()).contains(bench.jar().toString());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "-, -, -, C.UTF-8",
        "C, -, en_GB.UTF-8, C.UTF-8",
        "-, POSIX, en_GB.UTF-8, C.UTF-8",
        "-, -, de_DE.ISO-8859-1, C.UTF-8",
        "-, -, de_DE.UTF-8, unset",
        "-, de_DE.utf8, C, unset",
        "ja_JP.UTF-8, C, C, ja_JP.UTF-8"})
    void setsAUtf8LocaleOnlyWhereThereIsNone(String all, String type, String lang, String expected) throws Exception {
        Map<String, String> locale = new HashMap<>();
        locale.put("JAVA_HOME", bench.java("home", "25").toString());
        locale.put("LC_ALL", all);
        locale.put("LC_CTYPE", type);
        locale.put("LANG", lang);
        locale.values().removeIf(Objects::isNull);

        assertThat(bench.run(locale).lcAll()).isEqualTo(expected);
    }

    @Test
    void theFirstWindowIsAskedToLeaveAnArchiveOfItsClasses() throws Exception {
        Path library = bench.folder("app dir/lib");

        assertThat(launch("song.mp3").arguments()).contains("-Dpartita.archive=" + library.resolve("window-25.0.3.jsa"),
                "-XX:DumpLoadedClassList=" + library.resolve("window.classes"));
    }

    @Test
    void laterWindowsStartFromTheArchiveAsLongAsNoJarIsNewer() throws Exception {
        Path archive = Files.createFile(bench.folder("app dir/lib").resolve("window-25.0.3.jsa"));
        Path jar = Files.createFile(bench.jar());
        Files.setLastModifiedTime(jar, FileTime.from(Files.getLastModifiedTime(archive).toInstant().minusSeconds(5)));

        assertThat(launch().arguments()).contains("-XX:SharedArchiveFile=" + archive)
                .noneMatch(argument -> argument.startsWith("-Dpartita.archive"));

        Files.setLastModifiedTime(jar, FileTime.from(Files.getLastModifiedTime(archive).toInstant().plusSeconds(5)));

        assertThat(launch().arguments()).contains("-Dpartita.archive=" + archive)
                .doesNotContain("-XX:SharedArchiveFile=" + archive);
    }

    @ParameterizedTest
    @ValueSource(strings = {"separate", "models", "demo", "--help"})
    void commandsNeedNoArchive(String command) throws Exception {
        bench.folder("app dir/lib");

        assertThat(launch(command, "song.mp3").arguments()).noneMatch(argument -> argument.contains(".jsa"));
    }

    @Test
    void whereTheArchiveOfAnotherJavaLiesTheWindowIsAskedForOne() throws Exception {
        Files.createFile(bench.folder("app dir/lib").resolve("window-26.jsa"));

        assertThat(launch().arguments()).anyMatch(argument -> argument.startsWith("-Dpartita.archive="));
    }

    @Test
    void onlyAWindowIsGivenJavaFx() throws Exception {
        assertThat(launch("separate", "song.mp3").arguments()).noneMatch(argument -> argument.contains("javafx"));
        assertThat(launch("song.mp3").arguments()).contains("--module-path")
                .anyMatch(argument -> argument.contains("javafx.controls"));
    }

    private Run launch(String... arguments) throws Exception {
        return bench.run(Map.of("JAVA_HOME", bench.java("home", "25.0.3").toString()), arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"separate", "song.mp3"})
    void givesOptionsThatThisJavaAccepts(String argument) throws Exception {
        Files.createSymbolicLink(bench.folder("app dir").resolve("javafx"),
                Path.of("target", "javafx").toAbsolutePath());
        Files.copy(Path.of("packaging", "java.options"), bench.folder("app dir/lib").resolve("java.options"));
        Run run = bench.run(Map.of("PARTITA_JAVA", System.getProperty("java.home"), "PARTITA_OPTS", "--version"),
                argument);

        assertThat(run.exit()).isZero();
        assertThat(run.err()).doesNotContainIgnoringCase("warning: option").doesNotContain("CompileCommand");
    }
}
