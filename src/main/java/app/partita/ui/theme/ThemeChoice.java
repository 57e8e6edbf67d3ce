package app.partita.ui.theme;

import java.util.Optional;

/** Which colours a person wants. */
public enum ThemeChoice {
    SYSTEM,
    LIGHT,
    DARK;

    /** What is wanted always; empty if the desktop decides. */
    public Optional<ColourScheme> scheme() {
        return switch (this) {
            case SYSTEM -> Optional.empty();
            case LIGHT -> Optional.of(ColourScheme.LIGHT);
            case DARK -> Optional.of(ColourScheme.DARK);
        };
    }
}
