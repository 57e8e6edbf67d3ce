package app.partita.ui.player.transport;

import app.partita.analysis.MusicalKey;
import app.partita.ui.text.Texts;

/** Keys as people of a language name them. */
final class KeyNames {

    private final String[] major;
    private final String[] minor;
    private final Texts texts;

    KeyNames(Texts texts) {
        this.texts = texts;
        major = texts.get("player.key.major.tonics").split(" ");
        minor = texts.get("player.key.minor.tonics").split(" ");
    }

    /** Such as {@code A minor}. */
    String of(MusicalKey key) {
        return key.mode() == MusicalKey.Mode.MINOR ? texts.get("player.key.minor", minor[key.tonic()])
                : texts.get("player.key.major", major[key.tonic()]);
    }
}
