package app.partita.jobs;

import app.partita.stems.DiskNeed;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what waiting jobs will need with what the disks have. Asks the disks, so not for a thread in a hurry. */
final class DiskSurvey {

    private static final Logger LOG = System.getLogger(DiskSurvey.class.getName());
    /** The rate at which the networks of the HTDemucs family work. */
    private static final int WORK_RATE = 44_100;

    private record Demand(Path folder, long needed) {

        Demand plus(long bytes) {
            return new Demand(folder, needed + bytes);
        }
    }

    private final Path workFolder;

    DiskSurvey(Path workFolder) {
        this.workFolder = workFolder;
    }

    /** Of the disks that the jobs will write to, the one with the least to spare. */
    Optional<DiskRoom> tightest(Collection<Job> waiting, int atOnce) {
        Map<FileStore, Demand> disks = new LinkedHashMap<>();
        try {
            Map<Path, FileStore> stores = new HashMap<>();
            long[] work = waiting.stream().mapToLong(job -> need(job).map(DiskNeed::workBytes).orElse(0L)).sorted()
                    .toArray();
            for (int i = Math.max(0, work.length - atOnce); i < work.length; i++) {
                add(disks, stores, workFolder, work[i]);
            }
            for (Job job : waiting) {
                Optional<DiskNeed> need = need(job);
                if (need.isPresent()) {
                    add(disks, stores, job.folder().getParent(), need.get().outputBytes());
                }
            }
            return tightest(disks);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the free space cannot be told", e);
            return Optional.empty();
        }
    }

    private static void add(Map<FileStore, Demand> disks, Map<Path, FileStore> stores, Path folder, long bytes)
            throws IOException {
        FileStore store = stores.get(folder);
        if (store == null) {
            store = Files.getFileStore(Disk.existing(folder));
            stores.put(folder, store);
        }
        disks.merge(store, new Demand(folder, bytes), (before, more) -> before.plus(more.needed()));
    }

    private static Optional<DiskRoom> tightest(Map<FileStore, Demand> disks) throws IOException {
        List<DiskRoom> rooms = new ArrayList<>();
        for (Map.Entry<FileStore, Demand> disk : disks.entrySet()) {
            rooms.add(new DiskRoom(disk.getValue().folder(), disk.getValue().needed(),
                    disk.getKey().getUsableSpace()));
        }
        return rooms.stream().min(Comparator.comparingLong(room -> room.free() - room.needed()));
    }

    private static Optional<DiskNeed> need(Job job) {
        return job.facts().filter(facts -> facts.seconds().isPresent()).map(facts -> DiskNeed.of(
                facts.seconds().getAsDouble(), facts.sampleRate(), facts.channels(), WORK_RATE, job.stems().size(),
                job.settings().format()));
    }
}
