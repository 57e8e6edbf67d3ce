package app.partita.display;

import app.partita.models.ModelCatalogue;
import app.partita.models.ModelTerms;
import app.partita.settings.SettingsStore;
import app.partita.settings.Theme;
import app.partita.ui.FakeWindow;
import app.partita.ui.FxScene;
import app.partita.ui.SampleJobs;
import app.partita.ui.WindowAction;
import app.partita.ui.notices.Announcement;
import app.partita.ui.theme.DesktopColours;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A process of its own, since the desktop's scale and theme hold for a whole one: shows the window with sample songs
 * and each of its sheets, takes pictures, and prints what a test wants to know, a line each.
 */
final class LookProbe {

    private final ScheduledExecutorService later = Executors.newSingleThreadScheduledExecutor();
    private final String name;
    private final double width;
    private final double height;
    private final FakeWindow fake;
    private final Stage stage;

    private LookProbe(Locale language, String name, double width, double height) throws IOException {
        this.name = name;
        this.width = width;
        this.height = height;
        Path folder = Files.createTempDirectory("partita-look");
        fake = new FakeWindow(language, new SettingsStore(folder.resolve("settings.json"), later), Optional.empty(),
                (song, size) -> Optional.empty(), width, height);
        stage = new Stage();
    }

    /** Language, name of the pictures, width and height in the desktop's units. */
    public static void main(String[] arguments) {
        FxScene.start();
        LookProbe probe = FxScene.on(() -> new LookProbe(Locale.forLanguageTag(arguments[0]), arguments[1],
                Double.parseDouble(arguments[2]), Double.parseDouble(arguments[3])));
        probe.run();
        System.exit(0);
    }

    private void run() {
        FxScene.run(this::show);
        awaitDrawn();
        look("queue", () -> { });
        look("settings", () -> fake.perform(WindowAction.SETTINGS));
        look("close", () -> fake.window.askClose(() -> { }, () -> { }));
        look("terms", () -> fake.window.ask(new ModelCatalogue().models().getFirst(), ModelTerms.DEMUCS,
                new CompletableFuture<>()));
        look("notice", () -> fake.board.say(Announcement.of("n", Announcement.Tone.WARNING,
                fake.texts.get("drop.empty"))));
        look("empty", () -> {
            fake.model.structure(List.of());
            fake.model.batch(SampleJobs.batch(List.of()));
        });
        look("dropping", () -> fake.window.dropZone().hold(List.of(new File("1.flac"))));
    }

    private void show() {
        DesktopColours colours = new DesktopColours();
        fake.desktop.bind(colours.scheme());
        fake.wear(Theme.SYSTEM);
        fake.model.structure(SampleJobs.mixed());
        fake.model.batch(SampleJobs.batch(SampleJobs.mixed()));
        stage.setScene(fake.scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        say("scale " + stage.getOutputScaleX());
        say("size " + (int) stage.getWidth() + "x" + (int) stage.getHeight());
        say("worn " + fake.theme.scheme().getValue());
    }

    /** The screen is black until the window is on it. */
    private void awaitDrawn() {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () ->
                    !FxScene.on(() -> new Robot().getPixelColor(width / 2, height / 2)).equals(Color.BLACK));
        } catch (TimeoutException never) {
            throw new IllegalStateException("the window does not come", never);
        }
    }

    /** Shows one thing, looks at it, and takes it away again. */
    private void look(String what, Runnable shown) {
        FxScene.run(shown);
        Shots.take(width, height, Path.of("target", "display", name + "-" + what + ".png"));
        FxScene.run(() -> {
            boolean asked = fake.sheets.isShowing();
            Node top = asked ? fake.sheets : fake.scene.getRoot().getChildrenUnmodifiable().getFirst();
            LayoutFaults.below(top).forEach(fault -> say("fault " + what + ": " + fault));
            if (asked) {
                fake.scene.getFocusOwner().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ESCAPE, false,
                        false, false, false));
            }
        });
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
