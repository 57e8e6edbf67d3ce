package app.partita.ui.notices;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.ui.FxScene;
import app.partita.ui.notices.Announcement.Choice;
import app.partita.ui.notices.Announcement.Tone;
import app.partita.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NoticeStripTest {

    private final NoticeBoard board = new NoticeBoard();
    private final List<String> done = new ArrayList<>();
    private NoticeStrip strip;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @BeforeEach
    void open() {
        strip = FxScene.on(() -> {
            NoticeStrip made = new NoticeStrip(board, Texts.in(Locale.ENGLISH));
            new Scene(made, 900, 200);
            return made;
        });
    }

    @Test
    void aChoiceIsDoneOnceAndTakesTheNoticeAway() {
        say(new Announcement("undo", Tone.INFO, "2 songs removed", List.of(),
                List.of(new Choice("Undo", () -> done.add("undone")))));

        click("Undo");

        assertThat(done).containsExactly("undone");
        assertThat(texts()).isEmpty();
    }

    @Test
    void closingDoesNothingElse() {
        say(new Announcement("undo", Tone.INFO, "2 songs removed", List.of(),
                List.of(new Choice("Undo", () -> done.add("undone")))));

        FxScene.run(() -> buttons().filter(button -> "Close notice".equals(button.getAccessibleText())).findFirst()
                .orElseThrow().fire());

        assertThat(done).isEmpty();
        assertThat(texts()).isEmpty();
    }

    @Test
    void detailsAreShownOnDemandAndNotWithoutEnd() {
        say(new Announcement("rubbish", Tone.WARNING, "Files left out",
                IntStream.rangeClosed(1, 20).mapToObj(n -> "file " + n).toList(), List.of()));
        assertThat(texts()).containsExactly("Files left out");

        click("Show details");

        assertThat(texts()).hasSize(2);
        assertThat(texts().get(1)).contains("file 8").doesNotContain("file 9").contains("and 12 more");
    }

    @Test
    void whatIsSaidAgainOfATopicReplacesWhatWasSaid() {
        say(Announcement.of("walk", Tone.INFO, "1 song found"));
        say(Announcement.of("fault", Tone.ERROR, "It broke."));
        say(Announcement.of("walk", Tone.INFO, "2 songs found"));

        assertThat(texts()).containsExactly("2 songs found", "It broke.");
    }

    private void say(Announcement announcement) {
        FxScene.run(() -> board.say(announcement));
    }

    private void click(String text) {
        FxScene.run(() -> buttons().filter(button -> text.equals(button.getText())).findFirst().orElseThrow().fire());
    }

    private Stream<Button> buttons() {
        return nodes(strip).filter(Button.class::isInstance).map(Button.class::cast);
    }

    private List<String> texts() {
        return FxScene.on(() -> nodes(strip).filter(node -> node instanceof Label).map(node -> (Label) node)
                .map(Label::getText).toList());
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent parent && !(node instanceof Button) && !(node instanceof Label)
                ? parent.getChildrenUnmodifiable().stream().flatMap(NoticeStripTest::nodes) : Stream.of(node);
    }
}
