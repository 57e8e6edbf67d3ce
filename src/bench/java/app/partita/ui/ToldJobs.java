package app.partita.ui;

import app.partita.jobs.Job;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** What those who work told of the running job, and when, until a frame has shown it. For any thread. */
final class ToldJobs {

    /** One event, at that {@link System#nanoTime}. */
    record Told(long nanos, Job job) {}

    private final Deque<Told> unseen = new ArrayDeque<>();

    synchronized void tell(Job job) {
        unseen.add(new Told(System.nanoTime(), job));
    }

    /** The oldest job of which no frame has shown anything yet; null if all was shown. */
    synchronized Job next() {
        return unseen.isEmpty() ? null : unseen.peek().job();
    }

    /** Takes out all up to the newest that is shown; what is older was overtaken by it. */
    synchronized List<Told> take(Predicate<Job> shown) {
        Iterator<Told> newestFirst = unseen.descendingIterator();
        int left = unseen.size();
        while (newestFirst.hasNext() && !shown.test(newestFirst.next().job())) {
            left--;
        }
        List<Told> seen = new ArrayList<>();
        for (int i = 0; i < left; i++) {
            seen.add(unseen.remove());
        }
        return seen;
    }
}
