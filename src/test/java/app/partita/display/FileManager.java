package app.partita.display;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** Another program on the same screen, in a process of its own, whose files can be dragged or have been copied. */
final class FileManager implements AutoCloseable {

    private static final double X = 1600;
    private static final double Y = 300;
    private static final double SIZE = 60;
    private static final String READY = "ready";

    private final Process process;

    private FileManager(Process process) {
        this.process = process;
    }

    /** Shows a small window beside Partita's from which these files can be dragged. */
    static FileManager showing(String display, List<Path> files) throws IOException {
        return start(Shown.class, display, files);
    }

    /** Puts these files on the clipboard. */
    static FileManager copying(String display, List<Path> files) throws IOException {
        return start(Copied.class, display, files);
    }

    private static FileManager start(Class<?> main, String display, List<Path> files) throws IOException {
        Process process = ChildJava.start(main, Map.of("DISPLAY", display), List.of(),
                files.stream().map(Path::toString).toList());
        BufferedReader told = process.inputReader(StandardCharsets.UTF_8);
        String line = told.readLine();
        if (!READY.equals(line)) {
            process.destroy();
            throw new IOException("the other program does not start: " + line);
        }
        return new FileManager(process);
    }

    /** Where to take hold of the files. */
    Point2D middle() {
        return new Point2D(X + SIZE / 2, Y + SIZE / 2);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static ClipboardContent content(Application.Parameters files) {
        ClipboardContent content = new ClipboardContent();
        content.putFiles(files.getRaw().stream().map(File::new).toList());
        return content;
    }

    /** The program with a window. */
    public static final class Shown extends Application {

        public static void main(String[] files) {
            launch(files);
        }

        @Override
        public void start(Stage stage) {
            StackPane root = new StackPane(new Label("files"));
            root.setOnDragDetected(event -> {
                root.startDragAndDrop(TransferMode.COPY).setContent(content(getParameters()));
                event.consume();
            });
            stage.initStyle(StageStyle.UNDECORATED);
            stage.setScene(new Scene(root, SIZE, SIZE));
            stage.setX(X);
            stage.setY(Y);
            stage.setOnShown(event -> Platform.runLater(() -> System.out.println(READY)));
            stage.show();
        }
    }

    /** The program that only copies: without a window, it leaves the keyboard where it is. */
    public static final class Copied extends Application {

        public static void main(String[] files) {
            launch(files);
        }

        @Override
        public void start(Stage stage) {
            Clipboard.getSystemClipboard().setContent(content(getParameters()));
            System.out.println(READY);
        }
    }
}
