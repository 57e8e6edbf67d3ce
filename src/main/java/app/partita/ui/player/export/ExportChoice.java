package app.partita.ui.player.export;

import app.partita.audio.OutputFormat;
import app.partita.player.ExportOrder;
import app.partita.player.Loop;
import app.partita.player.PlayerState;
import app.partita.stems.StemKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a person wants to have in a file.
 *
 * @param loopOnly the loop, else the whole song
 */
public record ExportChoice(Content content, boolean loopOnly, OutputFormat format) {

    /** What is in the file. */
    public sealed interface Content {

        /** What is heard: mutes, gains, speed and pitch. */
        record Heard() implements Content {}

        /** What is heard, but all save the soloed stems. */
        record Without(List<StemKind> soloed) implements Content {}

        /** A stem as it is. */
        record Stem(StemKind kind) implements Content {}
    }

    /** What there is to choose from; without something only where solos leave something over. */
    static List<Content> contents(PlayerState state, List<StemKind> stems) {
        List<Content> all = new ArrayList<>();
        all.add(new Content.Heard());
        List<StemKind> soloed = stems.stream().filter(stem -> state.mixer().strip(stem).soloed()).toList();
        if (!soloed.isEmpty() && soloed.size() < stems.size()) {
            all.add(new Content.Without(soloed));
        }
        stems.forEach(stem -> all.add(new Content.Stem(stem)));
        return all;
    }

    /**
     * The same for the player.
     *
     * @param rate frames of the file's source for each of the player's
     */
    ExportOrder order(PlayerState state, List<StemKind> stems, double rate) {
        ExportOrder heard = ExportOrder.of(state);
        ExportOrder what = switch (content) {
            case Content.Heard all -> heard;
            case Content.Without all -> heard.minusSoloed(stems);
            case Content.Stem(StemKind kind) -> ExportOrder.stem(kind);
        };
        Optional<Loop> range = state.loop().filter(loop -> loopOnly).map(loop -> loop.scaled(rate));
        return new ExportOrder(what.mixer(), what.heard(), what.tempo(), what.semitones(),
                range.map(Loop::from).orElse(0L), range.map(Loop::to).orElse(ExportOrder.TO_THE_END));
    }
}
