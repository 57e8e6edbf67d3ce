package app.partita;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window of JavaFX with nothing in it, as large as Partita's, which draws two frames. */
final class EmptyWindow {

    private EmptyWindow() {
    }

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            stage.setScene(new Scene(new StackPane(), 1440, 900));
            stage.getScene().addPostLayoutPulseListener(Platform::requestNextPulse);
            stage.show();
        });
    }
}
