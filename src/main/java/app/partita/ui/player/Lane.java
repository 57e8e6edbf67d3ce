package app.partita.ui.player;

import app.partita.stems.StemKind;
import app.partita.ui.theme.Icon;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A lane of the player.
 *
 * @param stem  its place among the song's stems; −1 for the original
 * @param kind  empty for the original
 */
public record Lane(int stem, Optional<StemKind> kind) {

    /** The song as it was. */
    public static final Lane ORIGINAL = new Lane(-1, Optional.empty());

    private static final List<StemKind> ORDER = List.of(StemKind.VOCALS, StemKind.DRUMS, StemKind.BASS,
            StemKind.OTHER, StemKind.GUITAR, StemKind.PIANO);

    /** The lanes of these stems, from the top. */
    public static List<Lane> of(List<StemKind> stems) {
        return stems.stream().sorted(Comparator.comparing(ORDER::indexOf))
                .map(kind -> new Lane(stems.indexOf(kind), Optional.of(kind))).toList();
    }

    public boolean isOriginal() {
        return kind.isEmpty();
    }

    /** The style class that names its colour. */
    public String colour() {
        return kind.map(StemKind::id).orElse("original");
    }

    /** The text that names it. */
    public String textKey() {
        return kind.map(found -> "stem." + found.name().toLowerCase(Locale.ROOT)).orElse("player.original");
    }

    public Icon icon() {
        return kind.map(found -> switch (found) {
            case VOCALS -> Icon.VOCALS;
            case DRUMS -> Icon.DRUMS;
            case BASS -> Icon.BASS;
            case OTHER -> Icon.OTHER;
            case GUITAR -> Icon.GUITAR;
            case PIANO -> Icon.PIANO;
        }).orElse(Icon.ORIGINAL);
    }
}
