package app.partita.ui;

import app.partita.jobs.Batch;
import app.partita.jobs.DiskRoom;
import app.partita.jobs.ForeignKeys;
import app.partita.jobs.Job;
import app.partita.jobs.JobFailure;
import app.partita.jobs.JobRun;
import app.partita.jobs.JobSettings;
import app.partita.jobs.JobSource;
import app.partita.jobs.JobState;
import app.partita.jobs.Progress;
import app.partita.jobs.SongFacts;
import app.partita.jobs.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The songs of the drawings. */
public final class SampleJobs {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Path MUSIC = Path.of("/music");

    private SampleJobs() {
    }

    /** One running, three waiting, one done, one failed. */
    public static List<Job> mixed() {
        return List.of(
                job(1, "lithium.flac", "Lithium", "Ichbinsoftware", "Everything Is Remixed", 302, JobState.RUNNING,
                        new Progress(Stage.SEPARATING_STEMS, 47, 43, Duration.ofSeconds(62),
                                Optional.of(Duration.ofSeconds(80))), null),
                waiting(2, "sodium.flac", "Sodium", "Ichbinsoftware", "Everything Is Remixed", 228),
                waiting(3, "hydrogen.flac", "Hydrogen", "Ichbinsoftware", "Everything Is Remixed", 250),
                waiting(4, "taped-1987.flac", "Live at the Old Mill (side B)", "", "", 2851),
                job(5, "夜の電車.m4a", "夜の電車", "", "", 213, JobState.COMPLETED,
                        new Progress(Stage.COMPLETE, 100, 0, Duration.ofSeconds(74), Optional.empty()), null),
                job(6, "etude.wav", "Étude for two guitars", "Home recording", "", 125, JobState.FAILED,
                        Progress.WAITING, new JobFailure("Disk full: 214 MB needed, 80 MB free",
                                "Make room there, or choose another folder.", "details")));
    }

    public static Job waiting(int rank, String file, String title, String artist, String album, double seconds) {
        return job(rank, file, title, artist, album, seconds, JobState.WAITING, Progress.WAITING, null);
    }

    /** A job whose song has a cover. */
    public static Job withCover(int rank, String file) {
        Job job = waiting(rank, file, "", "", "", 60);
        return new Job(job.id(), job.rank(), job.created(), job.source(), job.settings(), job.folder(), job.stems(),
                Optional.of(new SongFacts("", "", "", OptionalDouble.of(60), 44_100, 2, true)), job.run(), false, false,
                ForeignKeys.NONE);
    }

    /** Any job. */
    public static Job job(int rank, String file, String title, String artist, String album, double seconds,
                          JobState state, Progress progress, JobFailure failure) {
        Path song = MUSIC.resolve(file);
        boolean begun = state == JobState.RUNNING || state == JobState.COMPLETED;
        JobRun run = new JobRun(state, progress, Optional.ofNullable(failure), List.of(),
                begun ? Optional.of(NOON) : Optional.empty(), Optional.empty(), Optional.empty(), "1");
        return new Job("job-" + rank, rank, NOON, new JobSource(song, Optional.empty()), JobSettings.DEFAULT,
                song.resolveSibling(file + " - stems"), JobSettings.DEFAULT.stems(),
                Optional.of(new SongFacts(title, artist, album, OptionalDouble.of(seconds), 44_100, 2, false)), run,
                false, false, ForeignKeys.NONE);
    }

    /** All of them together. */
    public static Batch batch(List<Job> jobs) {
        Map<JobState, Integer> counts = new EnumMap<>(JobState.class);
        jobs.forEach(job -> counts.merge(job.state(), 1, Integer::sum));
        int over = (int) jobs.stream().filter(job -> job.state().isOver()).count();
        return new Batch(false, counts, jobs.size(), over, counts.getOrDefault(JobState.FAILED, 0), 47,
                Optional.of(Duration.ofMinutes(25)), OptionalDouble.of(2.13), Optional.of(new DiskRoom(MUSIC, 1_200_000_000L, 212_000_000_000L)));
    }
}
