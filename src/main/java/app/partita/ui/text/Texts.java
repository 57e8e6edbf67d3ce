package app.partita.ui.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** All that the window says, in one language. */
public final class Texts {

    private static final String BUNDLE = "app.partita.ui.text.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    private Texts(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /** The texts for people of that locale: English if there are none in their language. */
    public static Texts in(Locale locale) {
        return new Texts(ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)), locale);
    }

    public Locale locale() {
        return locale;
    }

    /**
     * A text, with the arguments where it says {0}, {1} …
     *
     * @throws java.util.MissingResourceException if there is none of that name
     */
    public String get(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The word for one of several values: the text {@code family.value}. */
    public String of(String family, Enum<?> value) {
        return get(family + "." + value.name().toLowerCase(Locale.ROOT));
    }
}
