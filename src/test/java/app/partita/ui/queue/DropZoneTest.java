package app.partita.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.scene.input.TransferMode;
import org.junit.jupiter.api.Test;

class DropZoneTest {

    private static final Set<TransferMode> ANY = EnumSet.allOf(TransferMode.class);

    private final List<Path> taken = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final DropZone zone = new DropZone(taken::addAll, () -> said.add("empty"));

    @Test
    void songsAreCountedAndTaken() {
        zone.entered(files("a.mp3", "b.flac"), ANY);

        assertThat(zone.offerProperty().get()).hasValue(new DropOffer(DropOffer.Kind.SONGS, 2));
        assertThat(zone.dropped(List::of)).isTrue();
        assertThat(taken).containsExactly(Path.of("a.mp3"), Path.of("b.flac"));
        assertThat(zone.offerProperty().get()).isEmpty();
    }

    @Test
    void foldersAreTakenWithoutLookingIntoThem() {
        zone.entered(files("Album", "b.flac", "cover.jpg"), ANY);

        assertThat(zone.offerProperty().get()).hasValue(new DropOffer(DropOffer.Kind.ITEMS, 2));
    }

    @Test
    void rubbishIsRefusedWhileItHangsOverTheWindow() {
        zone.entered(files("letter.pdf", "notes.txt"), ANY);

        assertThat(zone.offerProperty().get()).hasValue(new DropOffer(DropOffer.Kind.REFUSED, 0));
        assertThat(zone.dropped(() -> files("letter.pdf", "notes.txt"))).isFalse();
        assertThat(taken).isEmpty();
    }

    @Test
    void whatMayOnlyBeMovedIsRefused() {
        zone.entered(files("a.mp3"), EnumSet.of(TransferMode.MOVE));

        assertThat(zone.offerProperty().get()).hasValue(new DropOffer(DropOffer.Kind.REFUSED, 0));
    }

    @Test
    void aDropThatArrivesEmptySpeaksUp() {
        zone.entered(List.of(), ANY);

        assertThat(zone.offerProperty().get()).hasValue(new DropOffer(DropOffer.Kind.UNNAMED, 0));
        assertThat(zone.dropped(List::of)).isFalse();
        assertThat(said).containsExactly("empty");
    }

    private static List<File> files(String... names) {
        return List.of(names).stream().map(File::new).toList();
    }
}
