package app.partita.ui.theme;

import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;

/** The desktop's colours as JavaFX knows them. */
public final class DesktopColours implements SystemColours {

    private final ObservableValue<ColourScheme> scheme = Platform.getPreferences().colorSchemeProperty()
            .map(found -> found == ColorScheme.DARK ? ColourScheme.DARK : ColourScheme.LIGHT);

    @Override
    public ObservableValue<ColourScheme> scheme() {
        return scheme;
    }
}
