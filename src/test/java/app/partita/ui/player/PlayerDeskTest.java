package app.partita.ui.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.jobs.Progress;
import app.partita.jobs.Stage;
import app.partita.player.Heard;
import app.partita.player.MixerState;
import app.partita.stems.StemKind;
import app.partita.ui.SampleJobs;
import app.partita.ui.notices.NoticeBoard;
import app.partita.ui.player.OpenedSong.Origin;
import app.partita.ui.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the open song while its row in the queue goes on. */
class PlayerDeskTest {

    private final Job waiting = at(JobState.WAITING, Progress.WAITING);
    private final Job decoding = at(JobState.RUNNING, progress(Stage.READING_SONG));
    private final Job separating = at(JobState.RUNNING, progress(Stage.SEPARATING_STEMS));
    private final Job finished = at(JobState.COMPLETED, progress(Stage.COMPLETE));
    private final FakePlayback playback = new FakePlayback();
    private final List<Job> opened = new ArrayList<>();
    private final List<SyntheticSong> sources = new ArrayList<>();
    private final PlayerViewModel model = new PlayerViewModel(playback,
            (job, shown, failed) -> {
                opened.add(job);
                shown.accept(open(job));
            }, new PlayerTalk(new NoticeBoard(), () -> Texts.in(Locale.ENGLISH)), new ForgetfulKeeper());
    private List<Job> rows = List.of(waiting);
    private Optional<Origin> given = Optional.empty();
    private final PlayerDesk desk = new PlayerDesk(model, () -> rows, null, () -> { });

    @Test
    void aSongIsTakenAgainWhenItsStemsBeginToComeAndWhenTheyAreDone() {
        model.open(waiting);
        look(decoding);
        assertThat(opened).containsExactly(waiting);
        look(separating);
        assertThat(origin()).isEqualTo(Origin.LIVE);
        assertThat(playback.state.heard()).isEqualTo(Heard.STEMS);
        look(finished);
        assertThat(origin()).isEqualTo(Origin.FINISHED);
        look(finished);
        assertThat(opened).containsExactly(waiting, separating, finished);
        assertThat(playback.done).containsExactly("open", "handOver", "handOver");
    }

    @Test
    void whatWasHeardBeforeIsClosedAndWhatIsHeardIsNot() {
        model.open(waiting);
        look(separating);
        assertThat(sources).extracting(source -> source.closed).containsExactly(true, false);
    }

    @Test
    void whatIsNoBetterIsClosedAndAskedForOnlyOnce() {
        model.open(waiting);
        given = Optional.of(Origin.SONG);
        look(separating);
        look(separating);
        assertThat(opened).containsExactly(waiting, separating);
        assertThat(sources).extracting(source -> source.closed).containsExactly(false, true);
        assertThat(origin()).isEqualTo(Origin.SONG);
    }

    @Test
    void aSongWhoseStemsGotLostStaysAsItIs() {
        model.open(separating);
        look(lost(finished));
        assertThat(opened).containsExactly(separating);
    }

    @Test
    void theNeighboursAreTheFinishedSongsAroundTheOpenOne() {
        Job before = SampleJobs.job(2, "a.flac", "", "", "", 60, JobState.COMPLETED, progress(Stage.COMPLETE), null);
        Job failed = SampleJobs.job(3, "b.flac", "", "", "", 60, JobState.FAILED, Progress.WAITING, null);
        Job after = SampleJobs.job(4, "c.flac", "", "", "", 60, JobState.COMPLETED, progress(Stage.COMPLETE), null);
        model.open(separating);
        rows = List.of(before, separating, failed, after);
        desk.look();
        assertThat(desk.neighbour(-1).getValue()).contains(before);
        assertThat(desk.neighbour(1).getValue()).contains(after);
        rows = List.of(separating);
        desk.look();
        assertThat(desk.neighbour(-1).getValue()).isEmpty();
        assertThat(desk.neighbour(1).getValue()).isEmpty();
    }

    private void look(Job now) {
        rows = List.of(now);
        desk.look();
    }

    private Origin origin() {
        return model.songProperty().get().orElseThrow().origin();
    }

    private OpenedSong open(Job job) {
        Origin origin = given.filter(none -> !sources.isEmpty()).orElse(job == finished ? Origin.FINISHED
                : job == separating ? Origin.LIVE : Origin.SONG);
        List<StemKind> stems = origin == Origin.SONG ? List.of() : List.of(StemKind.VOCALS, StemKind.DRUMS);
        SyntheticSong source = new SyntheticSong(3, stems);
        sources.add(source);
        return new OpenedSong(job, source, origin, MixerState.UNITY, Music.UNKNOWN, List.of(), peaks -> { });
    }

    private static Job at(JobState state, Progress progress) {
        return SampleJobs.job(1, "song.flac", "Song", "", "", 60, state, progress, null);
    }

    private static Job lost(Job job) {
        return new Job(job.id(), job.rank(), job.created(), job.source(), job.settings(), job.folder(), job.stems(),
                job.facts(), job.run(), true, false, job.foreign());
    }

    private static Progress progress(Stage stage) {
        return new Progress(stage, 47, 43, Duration.ofSeconds(5), Optional.empty());
    }
}
