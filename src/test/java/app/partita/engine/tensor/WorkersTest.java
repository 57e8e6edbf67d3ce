package app.partita.engine.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {

    private static final int SECONDS = 20;

    @Property(tries = 60)
    void everyTaskOfEveryOperationRunsOnce(@ForAll @IntRange(min = 1, max = 8) int threads,
            @ForAll @Size(max = 30) List<@IntRange(max = 200) Integer> counts) {
        try (Workers workers = new Workers(threads)) {
            assertThat(workers.count()).isEqualTo(threads);
            for (int count : counts) {
                assertRunsOnce(workers, count);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 8})
    void manyShortOperationsAreAllDoneWhenTheyReturn(int threads) {
        try (Workers workers = new Workers(threads)) {
            int[] sums = new int[3];
            for (int i = 0; i < 20_000; i++) {
                // Plain writes: they must be visible to the caller, and to whoever gets the index next time.
                workers.run(sums.length, (index, scratch) -> sums[index]++);
            }
            assertThat(sums).containsOnly(20_000);
        }
    }

    @Test
    void noTwoTasksAtATimeShareTheirBuffers() {
        try (Workers workers = new Workers(4)) {
            Set<float[]> taken = ConcurrentHashMap.newKeySet();
            AtomicBoolean shared = new AtomicBoolean();
            for (int i = 0; i < 200; i++) {
                workers.run(16, (index, scratch) -> {
                    float[] buffer = scratch.floats(Scratch.Use.PACKED, 10 + index);
                    if (!taken.add(buffer)) {
                        shared.set(true);
                    }
                    Thread.yield();
                    taken.remove(buffer);
                });
            }
            assertThat(shared).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aFailureReachesTheCallerAfterTheLastTaskEndedAndTheWorkersGoOn(int threads) {
        RuntimeException failure = new IllegalStateException("task 7");
        AssertionError error = new AssertionError("task 3");
        try (Workers workers = new Workers(threads)) {
            for (int i = 0; i < 50; i++) {
                assertThatThrownBy(() -> failAt(workers, 7, failure)).isSameAs(failure);
                assertThatThrownBy(() -> failAt(workers, 3, error)).isSameAs(error);
                assertRunsOnce(workers, 20);
            }
        }
    }

    private static <T extends Throwable> void failAt(Workers workers, int failing, T failure) throws T {
        AtomicInteger running = new AtomicInteger();
        try {
            workers.run(40, (index, scratch) -> {
                running.incrementAndGet();
                try {
                    Thread.yield();
                    if (index == failing) {
                        WorkersTest.<RuntimeException>sneak(failure);
                    }
                } finally {
                    running.decrementAndGet();
                }
            });
        } finally {
            assertThat(running).hasValue(0);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void cancellingEndsTheOperationBetweenTasksAndLeavesNoneRunning(int threads) {
        try (Workers workers = new Workers(threads)) {
            AtomicInteger started = new AtomicInteger();
            AtomicInteger running = new AtomicInteger();
            workers.cancelWhen(() -> started.get() >= 10);
            assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> workers.run(1000,
                    (index, scratch) -> {
                        running.incrementAndGet();
                        started.incrementAndGet();
                        Thread.yield();
                        running.decrementAndGet();
                    }));
            assertThat(running).hasValue(0);
            assertThat(started).hasValueLessThan(10 + threads);
            assertThatExceptionOfType(CancellationException.class)
                    .isThrownBy(() -> workers.run(1, (index, scratch) -> started.set(-1)));
            assertThat(started.get()).isPositive();
            workers.cancelWhen(() -> false);
            assertRunsOnce(workers, 50);
        }
    }

    @Test
    void anInterruptedCallerStillGetsEverythingDoneAndStaysInterrupted() {
        try (Workers workers = new Workers(2)) {
            CountDownLatch both = new CountDownLatch(2);
            AtomicInteger done = new AtomicInteger();
            Thread caller = Thread.currentThread();
            caller.interrupt();
            workers.run(2, (index, scratch) -> {
                both.countDown();
                // Each takes one task; the caller ends first and has to wait for the helper.
                spinUntil(both, Thread.currentThread() == caller ? 0 : 50);
                done.incrementAndGet();
            });
            assertThat(done).hasValue(2);
            assertThat(Thread.interrupted()).isTrue();
            assertRunsOnce(workers, 9);
        } finally {
            Thread.interrupted();
        }
    }

    private static void spinUntil(CountDownLatch latch, int milliseconds) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(milliseconds);
        while (latch.getCount() > 0 || System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    @Test
    void closingEndsTheHelpers() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Workers workers = new Workers(3)) {
            CountDownLatch all = new CountDownLatch(3);
            workers.run(3, (index, scratch) -> {
                threads.add(Thread.currentThread());
                all.countDown();
                await(all);
            });
        }
        threads.remove(Thread.currentThread());
        assertThat(threads).hasSize(2);
        for (Thread helper : threads) {
            helper.join(TimeUnit.SECONDS.toMillis(SECONDS));
            assertThat(helper.isAlive()).isFalse();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void somebodyHasToWork() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Workers(0));
    }

    private static void assertRunsOnce(Workers workers, int count) {
        AtomicIntegerArray runs = new AtomicIntegerArray(count);
        workers.run(count, (index, scratch) -> runs.incrementAndGet(index));
        for (int i = 0; i < count; i++) {
            assertThat(runs.get(i)).isOne();
        }
    }
}
