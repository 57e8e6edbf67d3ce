package app.partita.ui.player.export;

import app.partita.stems.StemKind;
import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.export.ExportChoice.Content;
import app.partita.ui.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** What can be exported, in words. */
final class ExportNames {

    private ExportNames() {
    }

    /** Of the choice in the sheet. */
    static String of(Content content, Texts texts) {
        return switch (content) {
            case Content.Heard all -> texts.get("export.heard");
            case Content.Without(List<StemKind> soloed) -> texts.get("export.without", names(soloed, texts));
            case Content.Stem(StemKind kind) -> texts.get("export.stem", texts.of("stem", kind));
        };
    }

    /** Of the file that is proposed, without its ending. */
    static String of(OpenedSong song, ExportChoice choice, Texts texts) {
        return switch (choice.content()) {
            case Content.Heard all -> texts.get("export.name.heard", song.title());
            case Content.Without(List<StemKind> soloed) ->
                    texts.get("export.name.without", song.title(), names(soloed, texts));
            case Content.Stem(StemKind kind) -> texts.get("export.name.stem", song.title(), texts.of("stem", kind));
        };
    }

    private static String names(List<StemKind> stems, Texts texts) {
        return stems.stream().map(stem -> texts.of("stem", stem)).collect(Collectors.joining(", "));
    }
}
