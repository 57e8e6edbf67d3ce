package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import app.partita.testkit.SoakTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledProgramsTest {

    private static final int CANCELS = 8;
    private static final int MILLIS_LATER = 70;

    @TempDir
    Path cache;

    @Test
    void manyMayUnpackAtOnceAndOneFolderIsLeft() throws Exception {
        Callable<Programs> one = () -> new BundledPrograms(cache).locate();
        try (var pool = Executors.newFixedThreadPool(3)) {
            for (var done : pool.invokeAll(List.of(one, one, one))) {
                assertThat(done.get().ffmpeg()).isExecutable();
                assertThat(done.get().ffprobe()).isExecutable();
            }
        }
        assertThat(names(cache)).singleElement().asString().startsWith("ffmpeg-");
    }

    @Test
    void whatOneWasGivenIsNotReplacedByAnotherWhoUnpackedToo() throws Exception {
        Callable<Object> one = () -> identity(new BundledPrograms(cache).locate().ffmpeg());
        try (var pool = Executors.newFixedThreadPool(3)) {
            Set<Object> given = new HashSet<>();
            for (var done : pool.invokeAll(List.of(one, one, one))) {
                given.add(done.get());
            }
            assertThat(given).containsExactly(identity(new BundledPrograms(cache).locate().ffmpeg()));
        }
    }

    private static Object identity(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
    }

    @Test
    void theProgramsFindTheirLibraries() throws Exception {
        var ffmpeg = new Ffmpeg(new BundledPrograms(Sound.CACHE), cache, Duration.ofMinutes(1));
        try (FfmpegProcess child = ffmpeg.ffmpeg(List.of("-version"))) {
            assertThat(new String(child.output().readAllBytes())).startsWith("ffmpeg version");
            assertThat(child.awaitExit()).isZero();
        }
    }

    @Test
    void aDamagedFolderIsUnpackedAnewAndAWholeOneIsNot() throws IOException {
        Path program = new BundledPrograms(cache).locate().ffmpeg();
        var unpackedAt = Files.getLastModifiedTime(program);
        assertThat(new BundledPrograms(cache).locate().ffmpeg()).isEqualTo(program);
        assertThat(Files.getLastModifiedTime(program)).isEqualTo(unpackedAt);

        Files.delete(program.resolveSibling("ffprobe" + ending(program)));
        assertThat(new BundledPrograms(cache).locate().ffprobe()).isExecutable();
        assertThat(names(cache)).hasSize(1);
    }

    @Test
    void whatIsWholeInADamagedFolderStaysForWhoeverStartsItJustNow() throws Exception {
        Path program = new BundledPrograms(cache).locate().ffmpeg();
        Object before = identity(program);
        Path probe = program.resolveSibling("ffprobe" + ending(program));
        Files.write(probe, new byte[] {1, 2, 3});

        AtomicBoolean repaired = new AtomicBoolean();
        Runnable watcher = () -> {
            do {
                assertThat(program).isExecutable();
                assertThat(probe).exists();
            } while (!repaired.get());
        };
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<?> watched = pool.submit(watcher);
            try {
                assertThat(new BundledPrograms(cache).locate().ffprobe()).isExecutable();
            } finally {
                repaired.set(true);
            }
            watched.get();
        }
        assertThat(identity(program)).isEqualTo(before);
        assertThat(Files.size(probe)).isGreaterThan(3);
    }

    @Test
    void whoDoesNotWantThemAnyMoreLeavesNothingHalfUnpacked() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        BundledPrograms programs = new BundledPrograms(cache);
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> programs.locate(() -> asked.incrementAndGet() > 20));
        assertThat(names(cache)).isEmpty();
        assertThat(programs.locate().ffmpeg()).isExecutable();
    }

    @Test
    void aCancelWhileTheyAreUnpackedIsHeardWithinASecond() throws Exception {
        List<Long> took = new ArrayList<>();
        try (var pool = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < CANCELS; i++) {
                Path place = cache.resolve("cache " + i);
                AtomicBoolean cancelled = new AtomicBoolean();
                CountDownLatch begun = new CountDownLatch(1);
                Future<Programs> unpacking = pool.submit(() -> new BundledPrograms(place).locate(() -> {
                    begun.countDown();
                    return cancelled.get();
                }));
                begun.await();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(i * MILLIS_LATER));
                long asked = System.nanoTime();
                cancelled.set(true);
                if (isCancelled(unpacking)) {
                    took.add(Duration.ofNanos(System.nanoTime() - asked).toMillis());
                    assertThat(names(place)).isEmpty();
                }
            }
        }
        assertThat(took).isNotEmpty().allMatch(millis -> millis < 1000);
        SoakTable.add("unpacking", "cancelled while FFmpeg is unpacked for the first time", took.size(), 0,
                "slowest %d ms".formatted(Collections.max(took)));
    }

    /** A quick machine may have unpacked all before. */
    private static boolean isCancelled(Future<?> unpacking) throws Exception {
        try {
            unpacking.get();
            return false;
        } catch (ExecutionException failed) {
            assertThat(failed).hasCauseInstanceOf(CancellationException.class);
            return true;
        }
    }

    @Test
    void whoWaitsForAnotherOneToUnpackNeedNot() throws Exception {
        BundledPrograms programs = new BundledPrograms(cache);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        try (var pool = Executors.newSingleThreadExecutor()) {
            Future<Programs> first = pool.submit(() -> programs.locate(() -> {
                begun.countDown();
                return !waited(left);
            }));
            begun.await();
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> programs.locate(() -> true));
            left.countDown();
            assertThat(first.get().ffmpeg()).isExecutable();
        }
    }

    private static boolean waited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAFault() throws IOException {
        Path file = Files.createFile(cache.resolve("file"));
        assertThatThrownBy(() -> new BundledPrograms(file.resolve("below")).locate())
                .isInstanceOf(Fault.class).hasMessageContaining("cannot be unpacked");
    }

    private static String ending(Path program) {
        return program.toString().endsWith(".exe") ? ".exe" : "";
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(path -> path.getFileName().toString()).toList();
        }
    }
}
