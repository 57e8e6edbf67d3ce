package app.partita.ui.covers;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import app.partita.jobs.JobSource;
import app.partita.ui.FxScene;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoverShelfTest {

    private final List<String> read = new ArrayList<>();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<Image> given = new ArrayList<>();
    private final CoverShelf shelf = new CoverShelf(this::cover, background::add, Runnable::run);

    @BeforeAll
    static void startToolkit() {
        FxScene.start();
    }

    @Test
    void aCoverIsReadInTheBackgroundOnceAndThenThereAtOnce() {
        shelf.ask(song("a"), given::add);
        assertThat(given).isEmpty();
        assertThat(read).isEmpty();

        runAll();
        shelf.ask(song("a"), given::add);

        assertThat(read).containsExactly("a");
        assertThat(given).hasSize(2);
        assertThat(given.get(1)).isSameAs(given.get(0));
    }

    @Test
    void theRowsThatAreSeenNowComeFirst() {
        List.of("a", "b", "c").forEach(name -> shelf.ask(song(name), given::add));
        runAll();

        assertThat(read).containsExactly("a", "c", "b");
    }

    @Test
    void whatWasScrolledPastLongAgoIsNotRead() {
        for (int row = 0; row < 1000; row++) {
            shelf.ask(song("row" + row), given::add);
        }
        runAll();

        assertThat(read).hasSizeLessThan(100).contains("row999");
    }

    @Test
    void onlySoManyAreKept() {
        for (int row = 0; row < 300; row++) {
            shelf.ask(song("row" + row), given::add);
            runAll();
        }
        shelf.ask(song("row299"), given::add);
        shelf.ask(song("row0"), given::add);
        runAll();

        assertThat(read).hasSize(301).last().isEqualTo("row0");
    }

    @Test
    void aSongWithoutOneIsAskedOnce() {
        shelf.ask(song("none"), given::add);
        runAll();
        shelf.ask(song("none"), given::add);
        runAll();

        assertThat(read).containsExactly("none");
        assertThat(given).isEmpty();
    }

    @Test
    void aPictureThatCannotBeReadIsNone() {
        shelf.ask(song("broken"), given::add);
        shelf.ask(song("garbage"), given::add);
        shelf.ask(song("a"), given::add);
        runAll();

        assertThat(given).hasSize(1);
    }

    private Optional<byte[]> cover(Path song, int size) throws Fault {
        String name = song.getFileName().toString();
        read.add(name);
        return switch (name) {
            case "none" -> Optional.empty();
            case "broken" -> throw new Fault("It is broken.", "Mend it.");
            case "garbage" -> Optional.of(new byte[] {1, 2, 3});
            default -> Optional.of(picture());
        };
    }

    private static byte[] picture() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JobSource song(String name) {
        return new JobSource(Path.of("/music", name), Optional.empty());
    }

    private void runAll() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
