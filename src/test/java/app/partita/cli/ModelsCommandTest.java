package app.partita.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeNetwork;
import app.partita.testkit.TestProgram;
import app.partita.testkit.TestProgram.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsCommandTest {

    @TempDir
    private Path folder;
    private Path home;
    private TestProgram program;

    @BeforeEach
    void program() {
        home = folder.resolve("home");
        program = new TestProgram(home, (model, listener, cancelled) -> new FakeNetwork());
    }

    @Test
    void listsWhatThereIs() throws Exception {
        assertThat(program.run("models", "list").out()).contains("htdemucs", "not on this computer");
        program.withWeights();
        assertThat(program.run("models", "list").out()).contains(home.resolve("models").toString());
    }

    @Test
    void saysWhereTheWeightsAre() {
        assertThat(program.run("models", "where")).isEqualTo(new Result(0, home.resolve("models") + "\n", ""));
    }

    @Test
    void importsAFileThatHoldsWeightsAndRefusesAnother() throws Exception {
        Path good = Files.writeString(folder.resolve("mine.th"), TestProgram.WEIGHTS);
        Result imported = program.run("models", "import", good.toString());
        assertThat(imported.exitCode()).isZero();
        assertThat(Path.of(imported.out().substring("htdemucs: ".length()).strip())).hasContent(TestProgram.WEIGHTS);
        Result refused = program.run("models", "import", Files.writeString(folder.resolve("a.txt"), "x").toString());
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("holds no weights.\n  next: Choose another file.");
    }

    @Test
    void fetchingNeedsAcceptedTermsUnlessTheWeightsAreHere() throws Exception {
        Result refused = program.run("models", "fetch", "htdemucs");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("--accept-terms");
        program.withWeights();
        assertThat(program.run("models", "fetch", "htdemucs").exitCode()).isZero();
    }

    @Test
    void damagedWeightsAreFetchedAgainAndSoNeedAcceptedTerms() throws Exception {
        program.withWeights();
        Files.writeString(home.resolve("models/htdemucs.weights"), "half of th");
        Result refused = program.run("models", "fetch", "htdemucs");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("--accept-terms");
    }
}
