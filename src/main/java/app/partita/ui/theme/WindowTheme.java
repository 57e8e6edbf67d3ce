package app.partita.ui.theme;

import app.partita.settings.Theme;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Dresses windows: AtlantaFX's controls in Partita's colours, dark or light as chosen or as the desktop is. */
public final class WindowTheme {

    private static final List<String> SHEETS = List.of("/app/partita/ui/theme/tokens.css",
            "/app/partita/ui/theme/partita.css", "/app/partita/ui/queue/queue.css");

    private final ObjectProperty<Theme> choice = new SimpleObjectProperty<>(Theme.SYSTEM);
    private final ObjectBinding<ColourScheme> scheme;

    public WindowTheme(SystemColours system) {
        ObservableValue<ColourScheme> desktop = system.scheme();
        scheme = Bindings.createObjectBinding(() -> switch (choice.get()) {
            case SYSTEM -> desktop.getValue();
            case LIGHT -> ColourScheme.LIGHT;
            case DARK -> ColourScheme.DARK;
        }, choice, desktop);
    }

    /** Gives the controls that are made from now on their look; JavaFX would load one of its own for the first one. */
    public void prepare() {
        style(scheme.get());
    }

    /** What a person chose. */
    public ObjectProperty<Theme> choiceProperty() {
        return choice;
    }

    /** What is worn. */
    public ObservableValue<ColourScheme> scheme() {
        return scheme;
    }

    /** Dresses a scene, now and whenever the scheme changes. */
    public void dress(Scene scene) {
        SHEETS.forEach(sheet -> scene.getStylesheets().add(WindowTheme.class.getResource(sheet).toExternalForm()));
        scheme.addListener((property, old, now) -> wear(scene, now));
        scene.rootProperty().addListener((property, old, now) -> wear(scene, scheme.get()));
        wear(scene, scheme.get());
    }

    private static void style(ColourScheme scheme) {
        Application.setUserAgentStylesheet(scheme == ColourScheme.DARK
                ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
    }

    private static void wear(Scene scene, ColourScheme scheme) {
        style(scheme);
        Parent root = scene.getRoot();
        root.getStyleClass().removeAll("partita", scheme.styleClass(), scheme.other().styleClass());
        root.getStyleClass().addAll("partita", scheme.styleClass());
    }
}
