package app.partita.ui.player.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Job;
import app.partita.jobs.JobSettings;
import app.partita.player.MixerState;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.player.FakePlayback;
import app.partita.ui.player.ForgetfulKeeper;
import app.partita.ui.player.Lane;
import app.partita.ui.player.Music;
import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.OpenedSong.Origin;
import app.partita.ui.player.PlayerTalk;
import app.partita.ui.player.PlayerViewModel;
import app.partita.ui.player.SyntheticSong;
import app.partita.ui.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the window with a lane. */
class LaneDragTest {

    private static final Lane VOCALS = Lane.of(SyntheticSong.of(1).stems()).getFirst();

    @TempDir
    private Path folder;

    @Test
    void aFinishedStemIsItsFile() throws IOException {
        Path stem = Files.createFile(folder.resolve("vocals.wav"));
        assertThat(drag(VOCALS, Origin.FINISHED).content().orElseThrow().getFiles()).containsExactly(stem.toFile());
    }

    @Test
    void theOriginalIsTheSongsFile() throws IOException {
        Path song = Files.createFile(folder.resolve("song.flac"));
        assertThat(drag(Lane.ORIGINAL, Origin.SONG).content().orElseThrow().getFiles()).containsExactly(song.toFile());
    }

    @Test
    void aStemThatIsNotDoneStays() throws IOException {
        Files.createFile(folder.resolve("vocals.wav"));
        assertThat(drag(VOCALS, Origin.LIVE).content()).isEmpty();
    }

    private LaneDrag drag(Lane lane, Origin origin) {
        PlayerViewModel model = new PlayerViewModel(new FakePlayback(), (job, opened, failed) -> opened.accept(
                new OpenedSong(job, SyntheticSong.of(1), origin, MixerState.UNITY, Music.UNKNOWN, List.of(),
                        peaks -> { })), new PlayerTalk(new NoticeBoard(), () -> Texts.in(Locale.ENGLISH)),
                new ForgetfulKeeper());
        model.open(Job.waiting("job", folder.resolve("song.flac"), folder, JobSettings.DEFAULT, Instant.EPOCH));
        return new LaneDrag(model, lane);
    }
}
