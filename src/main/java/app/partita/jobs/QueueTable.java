package app.partita.jobs;

import app.partita.stems.StemNames;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The jobs of a queue in their order: the one place where they change. Not safe for use by several threads. */
final class QueueTable {

    /** A job that was taken away, and where it stood. */
    record Removed(int index, Job job) {}

    private static final Logger LOG = System.getLogger(QueueTable.class.getName());

    private List<String> order = new ArrayList<>();
    private final Map<String, Job> jobs = new HashMap<>();
    private final Map<Path, Set<String>> songs = new HashMap<>();
    private final Map<String, Set<String>> folders = new HashMap<>();

    List<Job> all() {
        List<Job> all = new ArrayList<>(order.size());
        order.forEach(id -> all.add(jobs.get(id)));
        return all;
    }

    List<String> order() {
        return List.copyOf(order);
    }

    /** In their order, the first job of which that is true. */
    Optional<Job> first(Predicate<Job> condition) {
        return order.stream().map(jobs::get).filter(condition).findFirst();
    }

    Collection<Job> inAnyOrder() {
        return jobs.values();
    }

    Optional<Job> get(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** Whether a job for this song, as it is now, with these settings is there. */
    boolean hasTwin(JobSource source, JobSettings settings) {
        return songs.getOrDefault(source.path(), Set.of()).stream().map(jobs::get)
                .anyMatch(job -> job.source().equals(source) && job.settings().equals(settings));
    }

    /** Whether another job than {@code id} has this folder. */
    boolean isTaken(Path folder, String id) {
        Set<String> owners = folders.getOrDefault(StemNames.key(folder), Set.of());
        return owners.size() > 1 || owners.size() == 1 && !owners.contains(id);
    }

    void add(Job job) {
        insert(order.size(), job);
    }

    private void insert(int index, Job job) {
        order.add(index, job.id());
        enter(job);
    }

    private void enter(Job job) {
        jobs.put(job.id(), job);
        enter(songs, job.song(), job.id());
        enter(folders, StemNames.key(job.folder()), job.id());
    }

    private void leave(Job job) {
        jobs.remove(job.id());
        leave(songs, job.song(), job.id());
        leave(folders, StemNames.key(job.folder()), job.id());
    }

    private static <K> void enter(Map<K, Set<String>> index, K key, String id) {
        index.computeIfAbsent(key, _ -> new HashSet<>()).add(id);
    }

    private static <K> void leave(Map<K, Set<String>> index, K key, String id) {
        index.computeIfPresent(key, (_, ids) -> {
            ids.remove(id);
            return ids.isEmpty() ? null : ids;
        });
    }

    /** Takes jobs away; what is returned is in the order in which they stood. */
    List<Removed> remove(Collection<String> ids) {
        Set<String> wanted = new HashSet<>(ids);
        List<Removed> removed = new ArrayList<>();
        List<String> kept = new ArrayList<>(order.size());
        for (int i = 0; i < order.size(); i++) {
            if (wanted.contains(order.get(i))) {
                Job job = jobs.get(order.get(i));
                removed.add(new Removed(i, job));
                leave(job);
            } else {
                kept.add(order.get(i));
            }
        }
        order = kept;
        return removed;
    }

    /** Puts jobs back where they stood, as far as that place is still there. */
    void restore(List<Removed> removed) {
        removed.forEach(row -> insert(Math.min(row.index(), order.size()), row.job()));
    }

    /** Moves jobs, in the order they have, before what now is at {@code toIndex}; false if that changes nothing. */
    boolean move(Collection<String> ids, int toIndex) {
        Set<String> wanted = new HashSet<>(ids);
        int split = Math.clamp(toIndex, 0, order.size());
        List<String> before = new ArrayList<>(order.size());
        List<String> moving = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            String id = order.get(i);
            (wanted.contains(id) ? moving : i < split ? before : after).add(id);
        }
        before.addAll(moving);
        before.addAll(after);
        boolean changed = !before.equals(order);
        order = before;
        return changed;
    }

    /** Puts the jobs named here first, in this order; the others follow in the order they had. */
    void arrange(List<String> ids) {
        List<String> arranged = new ArrayList<>(ids.stream().distinct().filter(jobs::containsKey).toList());
        Set<String> named = new HashSet<>(arranged);
        order.stream().filter(id -> !named.contains(id)).forEach(arranged::add);
        order = arranged;
    }

    /**
     * Changes one job. What its states do not allow is refused and logged.
     *
     * @return the job as it is now; empty if nothing changed
     */
    Optional<Job> change(String id, UnaryOperator<Job> change) {
        Job before = jobs.get(id);
        if (before == null) {
            LOG.log(Level.DEBUG, "there is no job {0} any more", id);
            return Optional.empty();
        }
        if (before.newer()) {
            LOG.log(Level.WARNING, "job {0} belongs to a newer version and stays as it is", id);
            return Optional.empty();
        }
        try {
            Job after = change.apply(before);
            if (after.equals(before)) {
                return Optional.empty();
            }
            if (after.folder().equals(before.folder())) {
                jobs.put(id, after);
            } else {
                leave(before);
                enter(after);
            }
            return Optional.of(after);
        } catch (IllegalStateException refused) {
            LOG.log(Level.WARNING, "job {0}: {1}", id, refused.getMessage());
            return Optional.empty();
        }
    }
}
