package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.Folders;
import app.partita.testkit.TestAudio;
import app.partita.testkit.TestProgram;
import app.partita.testkit.TestProgram.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeparateCommandTest {

    @TempDir
    private Path folder;
    private Path music;
    private TestProgram program;

    @BeforeEach
    void program() throws Exception {
        music = Files.createDirectory(folder.resolve("music"));
        program = new TestProgram(folder.resolve("home"), (model, listener, cancelled) -> {
            listener.loading();
            return new FakeNetwork();
        }).withWeights();
    }

    @Test
    void putsStemsBesideTheSongAndSaysSo() {
        Path song = song("Ä song 歌.wav");
        Result result = program.run("separate", song.toString());
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(Folders.tree(music.resolve("Ä song 歌 - stems")))
                .containsExactly("bass.wav", "drums.wav", "other.wav", "vocals.wav");
        assertThat(result.out()).endsWith("Ä song 歌.wav: stems in " + music.resolve("Ä song 歌 - stems") + "\n");
    }

    @Test
    void saysEveryWholePercentOnALineOfItsOwn() {
        Result result = program.run("separate", song("a.wav").toString());
        List<Integer> percents = result.out().lines().filter(line -> line.contains("%"))
                .map(line -> Pattern.compile("^a\\.wav: (\\d+)% .+").matcher(line))
                .peek(line -> assertThat(line.matches()).isTrue())
                .map(line -> Integer.valueOf(line.group(1))).toList();
        assertThat(percents).isSorted().doesNotHaveDuplicates().startsWith(0, 10, 11).endsWith(99, 100)
                .hasSizeGreaterThan(85);
        assertThat(result.out()).contains("a.wav: 0% Waiting…", "a.wav: 10% Loading model…", "a.wav: 11% Reading song…",
                "a.wav: 15% Separating audio…", "a.wav: 96% Saving stems…", "a.wav: 100% Complete");
        assertThat(result.out()).containsPattern("a\\.wav: 31% Separating stems: 2[34]%");
    }

    @Test
    void rewritesOneBarOnATerminal() {
        Result result = program.answering("y").run("separate", song("a.wav").toString());
        assertThat(result.out().lines().filter(line -> line.contains("[####")).count()).isGreaterThan(85);
        assertThat(result.out()).contains("\r100% [########################] 0:0", "  Complete\u001b[K\n");
    }

    @Test
    void namesFoldersAfterSongsInTheGivenFolderEachItsOwn() {
        Path first = song("one/a.wav");
        Path second = song("two/a.wav");
        Path out = folder.resolve("new/out");
        Result result = program.run("separate", "-o", out.toString(), "--format", "flac", first.toString(),
                second.toString(), first.getParent().resolve(".").resolve("a.wav").toString());
        assertThat(result.exitCode()).isZero();
        assertThat(Folders.tree(out)).contains("a", "a (2)", "a/drums.flac", "a (2)/vocals.flac").hasSize(10);
        assertThat(result.out()).endsWith("2 of 2 songs separated\n");
    }

    @Test
    void goesOnAfterBadSongsAndNamesEachWithCauseAndNextStep() throws Exception {
        Path text = Files.writeString(music.resolve("text.mp3"), "no music here");
        Path empty = Files.createFile(music.resolve("empty.wav"));
        Path missing = music.resolve("missing.ogg");
        Result result = program.run("separate", text.toString(), empty.toString(), missing.toString(),
                music.toString(), song("good.wav").toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().lines()).hasSize(8);
        assertThat(result.err()).contains("partita: " + text + ": ", "partita: " + empty + ": is empty.\n  next: ",
                "partita: " + missing + ": does not exist.\n  next: ", "partita: " + music + ": is a folder");
        assertThat(Folders.tree(folder.resolve("music"))).containsExactly("empty.wav", "good - stems",
                "good - stems/bass.wav", "good - stems/drums.wav", "good - stems/other.wav",
                "good - stems/vocals.wav", "good.wav", "text.mp3");
        assertThat(result.out()).endsWith("1 of 5 songs separated\n");
    }

    @Test
    void anExistingFolderNeedsForce() {
        Path song = song("a.wav");
        assertThat(program.run("separate", song.toString()).exitCode()).isZero();
        Result again = program.run("separate", song.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("a - stems", "--force");
        assertThat(program.run("separate", "--force", song.toString()).exitCode()).isZero();
    }

    @Test
    void warnsOnceAboutAHeaderThatClaimsTooMuch() {
        Path song = TestAudio.wav(music.resolve("crashed.wav"), 44_100, 2, Integer.MAX_VALUE - 40,
                TestAudio.chord(44_100, 2, 20_000));
        Result result = program.run("separate", song.toString());
        assertThat(result.exitCode()).isZero();
        assertThat(result.err().lines()).singleElement().asString().contains("crashed.wav: warning: ");
    }

    @Test
    void saysWhatWasAboveFullScaleAndWhatBecameOfMoreThanTwoChannels() {
        float[] loud = new float[6 * 20_000];
        for (int i = 0; i < loud.length; i++) {
            loud[i] = i % 6 < 2 ? (float) (4 * Math.sin(i / 60.0)) : 0.1f;
        }
        Path song = TestAudio.wav(music.resolve("loud.wav"), 44_100, 6, loud);
        Result result = program.run("separate", "--raw", song.toString());
        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).contains("warning: The song has 6 channels", "drums: ", "dB");
    }

    @Test
    void showsTheTraceOnlyWhenAsked() throws Exception {
        Path text = Files.writeString(music.resolve("text.mp3"), "no music here");
        assertThat(program.run("separate", text.toString()).err()).doesNotContain("\tat ");
        assertThat(program.run("separate", "--verbose", text.toString()).err()).contains("\tat app.partita.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"separate", "separate --format ogg a.wav", "separate --overlap 2 a.wav",
        "separate --shifts -1 a.wav", "separate --threads 0 a.wav", "separate --model nonesuch a.wav",
        "separate --nonesuch a.wav", "nonesuch", "models", "models fetch", "models fetch nonesuch", "demo", ""})
    void wrongUsageEndsWithTwo(String line) {
        Result result = program.run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).isNotBlank();
        assertThat(result.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--overlap, x, a number", "--shifts, 1.5, a whole number", "--seed, 1e5, a whole number",
        "--threads, all, a whole number"})
    void whatIsNoNumberIsToldInPlainWords(String option, String value, String wanted) {
        Result result = program.run("separate", option, value, "a.wav");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains("'" + option + "'", "expected " + wanted, "'" + value + "'");
    }

    @Test
    void aFileWhereTheOutputFolderShouldBeIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("taken"), "mine");
        Result result = program.run("separate", "-o", file.resolve("deeper").toString(), song("a.wav").toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains(file + " is in the way: it is not a folder.\n  next: ");
    }

    @Test
    void helpAndVersionAreNoErrors() {
        assertThat(program.run("--version")).isEqualTo(new Result(0, "partita test\n", ""));
        for (String command : List.of("", "separate ", "models ", "models fetch ", "demo ")) {
            Result help = program.run((command + "--help").split(" "));
            assertThat(help.exitCode()).isZero();
            assertThat(help.out()).contains("Usage: partita");
        }
    }

    @Test
    void withoutAcceptedTermsNothingIsFetchedAndTheTermsAreShown() {
        TestProgram fresh = new TestProgram(folder.resolve("fresh"), (model, listener, cancelled) -> new FakeNetwork());
        Result result = fresh.run("separate", song("a.wav").toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("personal and", "--accept-terms", "PARTITA_ACCEPT_TERMS=1");
        assertThat(fresh.answering("n").run("separate", song("a.wav").toString()).exitCode()).isEqualTo(1);
        assertThat(Folders.tree(music)).containsExactly("a.wav");
    }

    @ParameterizedTest
    @ValueSource(strings = {"option", "environment", "answer"})
    void acceptedTermsAreRemembered(String how) {
        Path home = folder.resolve(how);
        TestProgram program = new TestProgram(home, (model, listener, cancelled) -> new FakeNetwork());
        Path song = song("a.wav");
        Result first = switch (how) {
            case "option" -> program.run("separate", "--accept-terms", song.toString());
            case "environment" -> program.with(Map.of("PARTITA_ACCEPT_TERMS", "1")).run("separate", song.toString());
            default -> program.answering("yes").run("separate", song.toString());
        };
        assertThat(first.exitCode()).isZero();
        TestProgram later = new TestProgram(home, (model, listener, cancelled) -> new FakeNetwork());
        assertThat(later.run("separate", "--force", song.toString()).exitCode()).isZero();
    }

    private Path song(String name) {
        return TestAudio.wav(music.resolve(name), 44_100, 2, TestAudio.chord(44_100, 2, 200_000));
    }
}
