package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TagFileTest {

    @Test
    void specialCharactersAreEscaped() {
        assertThat(TagFile.text(SongTags.of(Map.of("title", "a=b;c#d\\e\r\nf\0"))))
                .isEqualTo(";FFMETADATA1\ntitle=a\\=b\\;c\\#d\\\\e\\\nf\n");
    }

    @Test
    void aBackslashAtTheEndWouldSwallowTheNextTag() {
        assertThat(TagFile.text(SongTags.of(Map.of("title", "a\\\\", "track", "1")))).endsWith("title=a\ntrack=1\n");
    }

    @Test
    void theThreeNamedTagsWinOverTheRest() {
        var tags = new SongTags("New", "", "", Map.of("title", "Old", "artist", "Somebody"));
        assertThat(TagFile.text(tags)).isEqualTo(";FFMETADATA1\ntitle=New\n");
    }

    @Test
    void aStemKeepsEverythingButTheTitle() {
        SongTags stem = SongTags.of(Map.of("Title", "Song", "DATE", "1999")).withTitle("Song (drums)");
        assertThat(stem.title()).isEqualTo("Song (drums)");
        assertThat(stem.all()).isEqualTo(Map.of("title", "Song (drums)", "date", "1999"));
    }
}
