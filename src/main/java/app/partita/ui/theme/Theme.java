package app.partita.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import javafx.application.Application;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;

/** Dresses windows: AtlantaFX's controls in Partita's colours, dark or light as chosen or as the desktop is. */
public final class Theme {

    private static final List<String> SHEETS = List.of("/app/partita/ui/theme/tokens.css",
            "/app/partita/ui/theme/partita.css", "/app/partita/ui/queue.css");

    private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
    private final ReadOnlyObjectWrapper<ColourScheme> scheme = new ReadOnlyObjectWrapper<>();

    public Theme(SystemColours system) {
        scheme.bind(choice.flatMap(chosen -> chosen.scheme()
                .map(fixed -> (javafx.beans.value.ObservableValue<ColourScheme>) new SimpleObjectProperty<>(fixed))
                .orElseGet(system::scheme)));
    }

    /** What a person chose. */
    public ObjectProperty<ThemeChoice> choiceProperty() {
        return choice;
    }

    /** What is worn. */
    public ReadOnlyObjectProperty<ColourScheme> schemeProperty() {
        return scheme.getReadOnlyProperty();
    }

    /** Dresses a scene, now and whenever the scheme changes. */
    public void dress(Scene scene) {
        SHEETS.forEach(sheet -> scene.getStylesheets().add(Theme.class.getResource(sheet).toExternalForm()));
        scheme.addListener((property, old, now) -> wear(scene, now));
        scene.rootProperty().addListener((property, old, now) -> wear(scene, scheme.get()));
        wear(scene, scheme.get());
    }

    private static void wear(Scene scene, ColourScheme scheme) {
        Application.setUserAgentStylesheet(scheme == ColourScheme.DARK
                ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        Parent root = scene.getRoot();
        root.getStyleClass().removeAll("partita", scheme.styleClass(), scheme.other().styleClass());
        root.getStyleClass().addAll("partita", scheme.styleClass());
    }
}
