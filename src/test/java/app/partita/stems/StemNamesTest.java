package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StemNamesTest {

    private static final Path OUT = Path.of("/out");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', ignoreLeadingAndTrailingWhitespace = false, value = {
        "Лития — 锂 🎧 (excerpt)|Лития — 锂 🎧 (excerpt)", "شعر|شعر", "AC/DC: \"Live?\"|AC_DC_ _Live__",
        "a\\b*c<d>e|a_b_c_d_e", "Wait...|Wait", " spaced . |spaced", ".hidden|_hidden", "..|song", "con|_con",
        "COM1.live|_COM1.live", "console|console", "nul |_nul", "tab\there|tab_here", "broken \uFFFD|broken _"})
    void namesAreMadeSafeAndKeepTheirScript(String name, String safe) {
        assertThat(StemNames.safe(name, "")).isEqualTo(safe);
    }

    @Test
    void longNamesAreCutBetweenLettersAndKeepTheirEnding() {
        String accents = "e\u0301".repeat(100);
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67".repeat(20);

        assertThat(StemNames.safe("x".repeat(300), " (2)")).isEqualTo("x".repeat(251) + " (2)");
        assertThat(StemNames.safe(accents, "")).isEqualTo("e\u0301".repeat(85));
        assertThat(StemNames.safe(family, "")).isEqualTo(family.substring(0, 14 * 8));
    }

    @Property(tries = 500)
    void anyNameBecomesOneThatEverySystemTakes(@ForAll String name) {
        String safe = StemNames.safe(name, " (2)");

        assertThat(safe.getBytes(StandardCharsets.UTF_8).length).isBetween(1, 255);
        assertThat(safe).doesNotContain("/", "\\", ":", "*", "?", "\"", "<", ">", "|", "\n", "\0")
                .doesNotStartWith(".").doesNotEndWith(".").doesNotEndWith(" ").endsWith(" (2)");
        assertThat(new String(safe.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo(safe);
        assertThat(StemNames.safe(safe, "")).isEqualTo(safe);
    }

    @Test
    void twoSongsOfOneNameGetTwoFolders() {
        var names = new StemNames();

        assertThat(names.folderFor(OUT, Path.of("/a/song.mp3"))).isEqualTo(OUT.resolve("song"));
        assertThat(names.folderFor(OUT, Path.of("/b/Song.flac"))).isEqualTo(OUT.resolve("Song (2)"));
        assertThat(names.folderFor(OUT, Path.of("/a/song.wav"))).isEqualTo(OUT.resolve("song (3)"));
        assertThat(names.folderFor(OUT, Path.of("/a/../a/song.mp3"))).isEqualTo(OUT.resolve("song"));
        assertThat(names.folderFor(Path.of("/else"), Path.of("/c/song.mp3"))).isEqualTo(Path.of("/else/song"));
    }

    @Test
    void composedAndDecomposedLettersAreOneName() {
        var names = new StemNames();
        names.folderFor(OUT, Path.of("/a/caf\u00E9.mp3"));

        assertThat(names.folderFor(OUT, Path.of("/b/cafe\u0301.mp3")).toString()).endsWith(" (2)");
    }

    @Test
    void onlyExtensionsAreTakenOff() {
        var names = new StemNames();

        assertThat(names.folderFor(OUT, Path.of("/a/Mr. Blue.m4a"))).hasFileName("Mr. Blue");
        assertThat(names.folderFor(OUT, Path.of("/a/Symphony No.5"))).hasFileName("Symphony No.5");
        assertThat(names.folderFor(OUT, Path.of("/a/tape.tar"), " - stems")).hasFileName("tape - stems");
    }
}
