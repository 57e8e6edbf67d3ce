package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import app.partita.files.NoteFiles;
import app.partita.jobs.Findings;
import app.partita.jobs.Job;
import app.partita.jobs.JobResult;
import app.partita.player.MixerState;
import app.partita.testkit.FakeScheduler;
import app.partita.ui.SampleJobs;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.player.OpenedSong.Origin;
import app.partita.ui.text.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tempo and key: from the finished job to the player, and what a person makes of them. */
class SongMusicTest {

    private static final Beats FOUND = Beats.even(126, 1, 0.2, 400);
    private static final MusicalKey KEY = MusicalKey.of("A minor");

    @TempDir
    private Path folder;

    private final Job running = SampleJobs.mixed().getFirst();
    private final Job done = running.completed(Instant.parse("2026-11-23T13:00:00Z"), List.of(),
            new JobResult(Optional.empty(), List.of(), new Findings(Optional.of(FOUND), Optional.of(KEY))));

    @Test
    void whatWasFoundIsShownUntilAPersonSaysOtherwise() {
        SongMemory memory = new SongMemory(new NoteFiles(folder, new FakeScheduler()));
        assertThat(memory.musicOf(done, Music.of(done))).isEqualTo(new Music(Optional.of(FOUND), Optional.of(KEY)));

        memory.music(done, Music.of(done).withKey(MusicalKey.of("C major")));
        Music corrected = memory.musicOf(done, Music.of(done));
        assertThat(corrected.key()).contains(MusicalKey.of("C major"));
        assertThat(corrected.beats()).contains(FOUND);

        memory.music(done, corrected.withBeats(FOUND.halved()));
        assertThat(memory.musicOf(done, Music.of(done)).beats().orElseThrow().bpm()).isEqualTo(63);
    }

    @Test
    void nothingIsKnownOfASongThatIsNotDone() {
        assertThat(Music.of(running)).isEqualTo(Music.UNKNOWN);
    }

    @Test
    void tempoAndKeyArriveWithTheFinishedStems() {
        FakePlayback playback = new FakePlayback();
        PlayerViewModel model = new PlayerViewModel(playback, (job, opened, failed) -> opened.accept(new OpenedSong(job,
                SyntheticSong.of(3), job == done ? Origin.FINISHED : Origin.LIVE, MixerState.UNITY, Music.of(job),
                List.of(), peaks -> { })), new PlayerTalk(new NoticeBoard(), () -> Texts.in(Locale.ENGLISH)),
                new ForgetfulKeeper());
        model.open(running);
        assertThat(playback.state.beats()).isEmpty();

        model.improve(done);
        assertThat(playback.state.beats().orElseThrow().at(0)).as("the first bar").isEqualTo(FOUND.at(1));
        assertThat(model.musicProperty().get().key()).contains(KEY);
    }
}
