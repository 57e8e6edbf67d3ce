package app.partita.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Batch;
import app.partita.settings.SettingsStore;
import app.partita.settings.Theme;
import app.partita.testkit.FakeScheduler;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole window in both languages and both themes, small and large. */
class WindowLooksTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @ParameterizedTest
    @CsvSource({"en, 800, 600", "de, 800, 600", "en, 1440, 900", "de, 1440, 900"})
    void noButtonChipOrHeadIsCutOff(String language, double width, double height) {
        FakeWindow fake = open(language, width, height);

        FxScene.run(() -> {
            for (int layouts = 0; layouts < 3; layouts++) {
                fake.scene.snapshot(null);
            }
            List<String> cut = nodes(fake.scene.getRoot()).filter(ButtonBase.class::isInstance)
                    .map(Labeled.class::cast).filter(Node::isVisible).filter(WindowLooksTest::isCut)
                    .map(Labeled::getText).toList();
            assertThat(cut).isEmpty();
            assertThat(nodes(fake.scene.getRoot()).filter(Button.class::isInstance).filter(Node::isVisible))
                    .allSatisfy(button -> assertThat(button.localToScene(button.getLayoutBounds()).getMaxX())
                            .isLessThanOrEqualTo(width));
        });
    }

    @ParameterizedTest
    @CsvSource({"en, 800", "en, 1000", "en, 1160", "en, 1240", "en, 1353", "en, 1440", "de, 1160", "de, 1353"})
    void noMessageOfProgressIsCutOff(String language, double width) {
        FakeWindow fake = open(language, width, 700);

        FxScene.run(() -> {
            for (int layouts = 0; layouts < 3; layouts++) {
                fake.scene.snapshot(null);
            }
            List<Labeled> messages = nodes(fake.scene.getRoot()).filter(node -> node.getStyleClass().contains("message"))
                    .map(Labeled.class::cast).filter(label -> !label.getText().isEmpty()).toList();
            assertThat(messages).isNotEmpty().noneMatch(WindowLooksTest::isCut);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyButtonHasAName(String language) {
        FakeWindow fake = open(language, 1440, 900);

        FxScene.run(() -> {
            fake.window.perform(WindowAction.SETTINGS);
            fake.scene.snapshot(null);
            List<Node> buttons = nodes(fake.scene.getRoot()).filter(ButtonBase.class::isInstance)
                    .filter(button -> !button.getStyleClass().contains("arrow-button")).toList();
            assertThat(buttons).hasSizeGreaterThan(20).allSatisfy(node -> {
                ButtonBase button = (ButtonBase) node;
                assertThat(Optional.ofNullable(button.getAccessibleText()).or(() ->
                        Optional.ofNullable(button.getText())).orElse("")).as(button.toString()).isNotBlank();
            });
        });
    }

    @Test
    void everyButtonOfTheTopBarAndOfTheRowsTellsItsKey() {
        FakeWindow fake = open("en", 1440, 900);

        FxScene.run(() -> {
            fake.scene.snapshot(null);
            Stream.concat(nodes(fake.scene.lookup(".top-bar")), nodes(fake.scene.lookup("#queue")))
                    .filter(node -> node instanceof Button || node instanceof ToggleButton)
                    .map(ButtonBase.class::cast).forEach(button -> assertThat(button.getTooltip())
                            .as(button.toString()).isNotNull()
                            .satisfies(tip -> assertThat(tip.getText()).matches("(?s).+  \\S.*")));
        });
    }

    @Test
    void bothThemesAreDrawnInTheirColours() {
        FakeWindow fake = open("en", 900, 600);
        List<Integer> grounds = new ArrayList<>();
        for (Theme theme : List.of(Theme.DARK, Theme.LIGHT)) {
            fake.wear(theme);
            grounds.add(FxScene.on(() -> {
                fake.scene.snapshot(null);
                return fake.scene.snapshot(null).getPixelReader().getArgb(450, 500);
            }));
        }

        assertThat(grounds).containsExactly(0xff1a1d22, 0xffffffff);
    }

    @Test
    void whereTheKeyboardIsCanBeSeen() {
        FakeWindow fake = open("en", 980, 700);
        Stage stage = FxScene.on(() -> {
            Stage made = new Stage();
            made.setScene(fake.scene);
            made.show();
            made.requestFocus();
            return made;
        });

        for (String id : List.of("#filter", "#chip-all", "#chip-failed", "#pause", "#add", "#theme", "#settings",
                "#queue")) {
            WritableImage without = shot(fake, id, id.equals("#filter") ? "#add" : "#filter");
            WritableImage with = shot(fake, id, id);
            assertThat(differs(without, with)).as(id).isTrue();
        }
        FxScene.run(stage::hide);
    }

    @Test
    void theKeyboardGoesToTheTableWithTheFirstSongs() {
        FakeWindow fake = FxScene.on(() -> {
            FakeWindow made = FakeWindow.of(Locale.ENGLISH, folder, new FakeScheduler());
            made.window.focus();
            made.model.structure(SampleJobs.mixed());
            return made;
        });

        assertThat(FxScene.on(() -> fake.scene.getFocusOwner().getId())).isEqualTo("queue");
        FxScene.run(() -> fake.model.structure(List.of()));
        assertThat(FxScene.on(() -> fake.scene.getFocusOwner().getId())).isEqualTo("empty-add");
    }

    private static WritableImage shot(FakeWindow fake, String of, String focused) {
        FxScene.run(() -> fake.scene.lookup(focused).requestFocus());
        FxScene.settle();
        return FxScene.on(() -> fake.scene.lookup(of).snapshot(null, null));
    }

    private static boolean differs(WritableImage one, WritableImage other) {
        for (int y = 0; y < (int) Math.min(one.getHeight(), other.getHeight()); y++) {
            for (int x = 0; x < (int) Math.min(one.getWidth(), other.getWidth()); x++) {
                if (one.getPixelReader().getArgb(x, y) != other.getPixelReader().getArgb(x, y)) {
                    return true;
                }
            }
        }
        return false;
    }

    private FakeWindow open(String language, double width, double height) {
        return FxScene.on(() -> {
            FakeWindow fake = new FakeWindow(Locale.forLanguageTag(language),
                    new SettingsStore(folder.resolve("settings.json"), new FakeScheduler()), Optional.empty(),
                    (song, size) -> Optional.empty(), width, height);
            Batch batch = SampleJobs.batch(SampleJobs.mixed());
            fake.model.structure(SampleJobs.mixed());
            fake.model.batch(batch);
            return fake;
        });
    }

    private static boolean isCut(Labeled labeled) {
        Node text = labeled.lookup(".text");
        return text instanceof Text drawn && labeled.getText() != null && !drawn.getText().equals(labeled.getText());
    }

    private static Stream<Node> nodes(Node node) {
        return node instanceof Parent parent ? Stream.concat(Stream.of(node),
                parent.getChildrenUnmodifiable().stream().flatMap(WindowLooksTest::nodes)) : Stream.of(node);
    }
}
