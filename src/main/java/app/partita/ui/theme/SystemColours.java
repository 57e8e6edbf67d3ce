package app.partita.ui.theme;

import javafx.beans.value.ObservableValue;

/** Asks the desktop whether it is dark or light. */
public interface SystemColours {

    /** What the desktop wears, now and as it changes; told on the FX thread. */
    ObservableValue<ColourScheme> scheme();
}
