package app.partita.ui.theme;

import java.util.Locale;

/** Dark on light, or light on dark. */
public enum ColourScheme {
    DARK,
    LIGHT;

    /** The style class of a window's root that wears it. */
    public String styleClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    public ColourScheme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
