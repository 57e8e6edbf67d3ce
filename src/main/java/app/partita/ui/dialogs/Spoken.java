package app.partita.ui.dialogs;

import java.util.function.Function;
import javafx.util.StringConverter;

/** Names values, for controls in which nothing is typed. */
public final class Spoken<T> extends StringConverter<T> {

    private final Function<T, String> name;

    public Spoken(Function<T, String> name) {
        this.name = name;
    }

    @Override
    public String toString(T value) {
        return value == null ? "" : name.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("nothing is typed here: " + text);
    }
}
