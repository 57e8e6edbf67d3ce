package app.partita.fault;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Tells of faults in one language. */
public final class FaultWords {

    private static final String BUNDLE = "app.partita.fault.faults";

    private final ResourceBundle bundle;

    private FaultWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** For people of that locale: English if there are no words in their language. */
    public static FaultWords in(Locale locale) {
        return new FaultWords(ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** What went wrong, naming the file. */
    public String cause(FaultKind.Known fault) {
        return words(fault, "cause");
    }

    /** The same for a place that names the song already. */
    public String brief(FaultKind.Known fault) {
        return words(fault, "brief");
    }

    /** What a person can do about it. */
    public String nextStep(FaultKind.Known fault) {
        return words(fault, "next");
    }

    private String words(FaultKind.Known fault, String part) {
        return new MessageFormat(bundle.getString(fault.key() + "." + part), bundle.getLocale())
                .format(fault.arguments().toArray());
    }
}
