package app.partita.ui.notices;

import java.util.List;

/**
 * Something said in the strip below the top bar.
 *
 * @param topic   one announcement of a topic replaces the one before
 * @param tone    how bad it is
 * @param text    one line
 * @param details more lines, shown on demand; may be empty
 * @param choices what a person can do about it; closing it does nothing
 */
public record Announcement(String topic, Tone tone, String text, List<String> details, List<Choice> choices) {

    public Announcement {
        details = List.copyOf(details);
        choices = List.copyOf(choices);
    }

    /** One that only says something. */
    public static Announcement of(String topic, Tone tone, String text) {
        return new Announcement(topic, tone, text, List.of(), List.of());
    }

    /** How bad something is. */
    public enum Tone {
        INFO,
        WARNING,
        ERROR
    }

    /**
     * A button.
     *
     * @param text   on it
     * @param action done when it is pressed; the announcement goes away then
     */
    public record Choice(String text, Runnable action) {}
}
