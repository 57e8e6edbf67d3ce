package app.partita.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What this process takes of the computer, after the garbage is gone.
 *
 * @param heap     in MiB
 * @param handles  open files; 0 where that cannot be told
 * @param children processes that it started
 * @param files    of the program's own
 */
public record ProgramUse(long heap, int threads, int handles, long children, int files) {

    private static final long MIB = 1 << 20;
    private static final int MOST_HEAP = 16;
    private static final int COLLECTIONS = 3;
    /** Of pools that are not full yet. */
    private static final int SOME = 4;

    /** Now, with the files below this data folder. */
    public static ProgramUse of(Path home) {
        Path open = Path.of("/proc/self/fd");
        return new ProgramUse(heapInUse() / MIB,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                Files.isDirectory(open) ? open.toFile().list().length : 0,
                ProcessHandle.current().descendants().count(),
                // Those of removed rows stay until the next start, since a removal can be taken back.
                (int) Folders.tree(home).stream().filter(name -> !name.contains("aside/removed/")).count());
    }

    /** Bytes of heap, after the garbage is gone: what cleaners let go is garbage only for the next collection. */
    public static long heapInUse() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /** Out of {@link #line}. */
    public static ProgramUse parsed(String line) {
        String[] numbers = line.split(" ");
        return new ProgramUse(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]),
                Long.parseLong(numbers[3]), Integer.parseInt(numbers[4]));
    }

    /** In one line, for another process. */
    public String line() {
        return "%d %d %d %d %d".formatted(heap, threads, handles, children, files);
    }

    /** It did not grow, but for what a program may take once. */
    public void assertNoMoreThan(ProgramUse before) {
        assertThat(heap).as("MiB of heap").isLessThan(before.heap + MOST_HEAP);
        assertThat(threads).as("threads").isLessThanOrEqualTo(before.threads + SOME);
        assertThat(handles).as("open files").isLessThanOrEqualTo(before.handles + SOME);
        assertThat(children).as("processes").isZero();
        assertThat(files).as("files of the program's own").isLessThanOrEqualTo(before.files);
    }
}
