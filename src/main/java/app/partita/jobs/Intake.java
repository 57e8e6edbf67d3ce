package app.partita.jobs;

import app.partita.stems.StemNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes songs into a queue. */
final class Intake {

    private final QueueState state;
    private final QueueParts parts;
    private final QueueFiles files;
    private final SongScout scout;
    private final FolderChoice folders;
    private long nextRank;

    Intake(QueueState state, QueueParts parts, QueueFiles files, SongScout scout, FolderChoice folders) {
        this.state = state;
        this.parts = parts;
        this.files = files;
        this.scout = scout;
        this.folders = folders;
    }

    /** Takes in what the program left when it last ended. Called with the lock held. */
    void restored(List<Job> jobs) {
        nextRank = jobs.stream().mapToLong(Job::rank).max().orElse(-1) + 1;
        List<Job> waiting = jobs.stream().filter(job -> job.state() == JobState.WAITING && !job.newer()).toList();
        state.joinBatch(waiting.stream().map(Job::id).toList());
        waiting.forEach(scout::want);
        state.structureChanged();
        files.survey();
    }

    /** Adds songs at the end. Asks files, without the lock. */
    Additions add(List<Path> songs, JobSettings wanted, Duplicates rule) {
        JobSettings settings = wanted.settled();
        List<JobSource> sources = songs.stream().map(song -> song.toAbsolutePath().normalize()).distinct()
                .filter(song -> song.getFileName() != null).map(JobSource::of).toList();
        Additions additions = folders.alone(() -> {
            List<Path> duplicates = new ArrayList<>();
            List<JobSource> fresh = new ArrayList<>();
            for (JobSource source : sources) {
                if (rule != Duplicates.AGAIN && state.ask(() -> state.table.hasTwin(source, settings))) {
                    duplicates.add(source.path());
                } else {
                    fresh.add(source);
                }
            }
            List<Job> added = plan(fresh, settings);
            return new Additions(state.commit(() -> enter(added)), duplicates);
        });
        state.settle();
        return additions;
    }

    private List<Job> plan(List<JobSource> sources, JobSettings settings) {
        Set<String> chosen = new HashSet<>();
        long rank = state.ask(() -> nextRank);
        List<Job> planned = new ArrayList<>();
        for (JobSource source : sources) {
            Job job = parts.planner().plan(source, rank++, settings,
                    folder -> chosen.contains(StemNames.key(folder)) || folders.isTaken(folder, settings, ""));
            chosen.add(StemNames.key(job.folder()));
            planned.add(job);
        }
        return planned;
    }

    private List<Job> enter(List<Job> added) {
        if (state.closing || added.isEmpty()) {
            return List.of();
        }
        nextRank = added.getLast().rank() + 1;
        state.joinBatch(added.stream().map(Job::id).toList());
        added.forEach(state.table::add);
        added.forEach(scout::want);
        state.structureChanged();
        files.save(added);
        return added;
    }
}
