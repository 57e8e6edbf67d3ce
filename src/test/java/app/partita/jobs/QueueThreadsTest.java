package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many runs on threads of their own, while other threads command the queue. */
@Timeout(60)
class QueueThreadsTest {

    private static final int JOBS = 24;
    private static final long STIR_NANOS = 50_000;

    @TempDir
    private Path folder;
    private final Map<String, Integer> percents = new HashMap<>();
    private final Set<String> completed = new HashSet<>();
    private final List<String> disorder = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(JOBS);

    @Test
    void everyJobIsRunOnceAndToldInOrderAndNoListenerIsCalledTwiceAtOnce() throws Exception {
        Map<String, AtomicInteger> runs = new ConcurrentHashMap<>();
        AtomicInteger most = new AtomicInteger();
        AtomicInteger now = new AtomicInteger();
        try (QueueHouse house = new QueueHouse(folder)) {
            house.open((job, run) -> Thread.startVirtualThread(run), (waiting, listener, control) -> {
                runs.computeIfAbsent(waiting.id(), _ -> new AtomicInteger()).incrementAndGet();
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Job job = told(waiting.begun(InstantSource.system().instant(), ""), listener);
                for (int percent = 1; percent <= 100; percent++) {
                    job = told(job.at(new Progress(Stage.SEPARATING_STEMS, percent, 0, Duration.ZERO,
                            Optional.empty())), listener);
                }
                now.decrementAndGet();
                return told(job.completed(InstantSource.system().instant(), List.of(),
                        new JobResult(Optional.empty(), List.of())), listener);
            });
            house.queue.restore();
            house.queue.concurrency(4);
            house.queue.listen(new Watcher());
            Thread mover = Thread.startVirtualThread(() -> stir(house));
            for (int i = 0; i < JOBS; i++) {
                house.add("song" + i);
            }
            assertThat(over.await(40, TimeUnit.SECONDS)).isTrue();
            mover.join();
            house.queue.close();
            assertThat(house.queue.jobs()).hasSize(JOBS).allMatch(job -> job.state() == JobState.COMPLETED);
            assertThat(house.queue.jobs()).isEqualTo(house.heard.shown());
        }
        assertThat(runs).hasSize(JOBS).allSatisfy((_, count) -> assertThat(count).hasValue(1));
        assertThat(most.get()).isLessThanOrEqualTo(4);
        assertThat(disorder).isEmpty();
    }

    private void stir(QueueHouse house) {
        for (int i = 0; over.getCount() > 0; i++) {
            List<Job> jobs = house.queue.jobs();
            if (!jobs.isEmpty()) {
                house.queue.move(List.of(jobs.get(i % jobs.size()).id()), 0);
            }
            if (i % 7 == 0) {
                house.queue.pause();
                house.queue.resume();
            }
            // On a single processor nobody else would come to hear of all this.
            LockSupport.parkNanos(STIR_NANOS);
        }
    }

    private static Job told(Job job, Consumer<Job> listener) {
        listener.accept(job);
        return job;
    }

    private final class Watcher implements QueueListener {

        private final AtomicBoolean inside = new AtomicBoolean();

        @Override
        public void changed(Job job) {
            if (!inside.compareAndSet(false, true)) {
                disorder.add("two at once");
            }
            int before = percents.getOrDefault(job.id(), 0);
            int percent = job.progress().percent();
            if (percent < before || percent > before + 1) {
                disorder.add(job.name() + ": " + before + " to " + percent);
            }
            percents.put(job.id(), percent);
            // A completed job is told of again when its facts arrive late.
            if (job.state() == JobState.COMPLETED && completed.add(job.id())) {
                over.countDown();
            }
            inside.set(false);
        }
    }
}
