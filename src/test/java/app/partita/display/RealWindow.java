package app.partita.display;

import app.partita.ProgramUnderTest;
import app.partita.fault.Fault;
import app.partita.ui.FxScene;
import app.partita.ui.queue.JobRow;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The whole program in this process, on a screen of its own, handled by mouse and keys; once a process. */
final class RealWindow implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;
    private static final int SCREEN_WIDTH = 1920;
    private static final int SCREEN_HEIGHT = 1080;

    private final XServer screen;
    private final FxRobot robot = new FxRobot();
    private final CompletableFuture<Void> over = new CompletableFuture<>();
    private Stage stage;

    private RealWindow(XServer screen) {
        this.screen = screen;
    }

    /** Opens the window with this data folder, at the upper left corner of the screen. */
    static RealWindow open(Path home, double width, double height, List<Path> songs) throws Exception {
        XServer screen = XServer.start(SCREEN_WIDTH, SCREEN_HEIGHT);
        NativeEnvironment.set("DISPLAY", screen.display());
        RealWindow window = new RealWindow(screen);
        window.begin(home, songs);
        window.place(width, height);
        return window;
    }

    private void begin(Path home, List<Path> songs) throws TimeoutException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.putAll(Map.of("PARTITA_HOME", home.toString(), "DISPLAY", screen.display()));
        new Thread(() -> {
            try {
                ProgramUnderTest.window(environment, songs);
                over.complete(null);
            } catch (Fault | RuntimeException failed) {
                over.completeExceptionally(failed);
            }
        }, "program").start();
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> over.isDone()
                || Window.getWindows().stream().anyMatch(Window::isShowing));
        if (over.isDone()) {
            over.join();
        }
    }

    private void place(double width, double height) {
        FxScene.run(() -> {
            stage = (Stage) Window.getWindows().getFirst();
            stage.setX(0);
            stage.setY(0);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.requestFocus();
        });
        await("the window in its place", () -> stage.getWidth() == width && stage.getHeight() == height
                && stage.isFocused());
    }

    /** Waits until that is so; tells that name for it if it never is. */
    void await(String what, Callable<Boolean> condition) {
        await(what, PATIENCE_SECONDS, condition);
    }

    void await(String what, int seconds, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(seconds, TimeUnit.SECONDS, () -> FxScene.on(condition));
        } catch (TimeoutException never) {
            throw new AssertionError("never seen: " + what + "; see " + picture("missed"), never);
        }
    }

    /** Takes a picture of the window's place on the screen, for people to look at. */
    Path picture(String name) {
        Path file = Path.of("target", "display", name + ".png");
        Shots.take(stage.getWidth(), stage.getHeight(), file);
        return file;
    }

    /** What other programs call this screen. */
    String display() {
        return screen.display();
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return stage.getScene();
    }

    FxRobot robot() {
        return robot;
    }

    /** The first node that is found so. */
    @SuppressWarnings("unchecked")
    <T extends Node> T find(String selector) {
        return (T) scene().getRoot().lookup(selector);
    }

    TableView<JobRow> table() {
        return find("#queue");
    }

    /** The queue's rows from the top; for the thread that draws. */
    List<JobRow> rows() {
        return List.copyOf(table().getItems());
    }

    /** Their files' names; for the thread that draws. */
    List<String> names() {
        return rows().stream().map(row -> row.job().name()).toList();
    }

    /** Whether that is to be read somewhere in the window; for the thread that draws. */
    boolean says(String words) {
        return scene().getRoot().lookupAll(".label").stream().filter(Labels::isShown)
                .anyMatch(label -> label instanceof Labeled labeled && labeled.getText() != null
                        && labeled.getText().contains(words));
    }

    /** Takes all songs out of the queue, with the pointer where nothing lights up. */
    void empty() {
        robot.moveTo(new Point2D(stage.getWidth() / 2, stage.getHeight() - 100));
        takeKeyboard();
        if (!FxScene.on(this::rows).isEmpty()) {
            FxScene.run(() -> table().requestFocus());
            press(KeyCode.CONTROL, KeyCode.A);
            press(KeyCode.DELETE);
            await("an empty queue", () -> rows().isEmpty());
        }
    }

    /** No window manager hands the keyboard back when another program's window is gone; a new window gets it. */
    private void takeKeyboard() {
        if (!FxScene.on(stage::isFocused)) {
            FxScene.run(stage::hide);
            FxScene.run(stage::show);
            await("the keyboard", stage::isFocused);
        }
    }

    /** Presses keys together. */
    void press(KeyCode... keys) {
        FxScene.run(() -> {
            Robot hand = new Robot();
            Stream.of(keys).forEach(hand::keyPress);
            Stream.of(keys).forEach(hand::keyRelease);
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    void click(String selector) {
        robot.clickOn(middle(selector), MouseButton.PRIMARY);
    }

    /** The middle of a node, on the screen. */
    Point2D middle(String selector) {
        return FxScene.on(() -> {
            Node node = find(selector);
            Bounds bounds = node.localToScreen(node.getLayoutBounds());
            return new Point2D(bounds.getCenterX(), bounds.getCenterY());
        });
    }

    /** Takes hold there and moves to another place without letting go: in steps, as a hand does. */
    void drag(Point2D from, Point2D to) {
        robot.moveTo(from).press(MouseButton.PRIMARY);
        robot.moveTo(from.add(8, 8)).moveTo(from.add(16, 0));
        robot.moveTo(to.add(-6, -6)).moveTo(to);
    }

    void drop() {
        robot.release(MouseButton.PRIMARY);
    }

    /** Closes the window as its frame's button does, and waits for the program's end. */
    @Override
    public void close() throws Exception {
        Platform.runLater(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        over.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
