package app.partita.jobs;

import app.partita.fault.Fault;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;

/** Asks new songs what they are, one after the other, so that their rows fill. */
final class SongScout {

    private static final Logger LOG = System.getLogger(SongScout.class.getName());
    /** So many songs are asked between two looks at the disks' room. */
    private static final int SURVEY_EVERY = 64;

    private final QueueState state;
    private final QueueParts parts;
    private final QueueFiles files;
    private final Queue<String> wanted = new ArrayDeque<>();
    private boolean busy;
    private int asked;

    SongScout(QueueState state, QueueParts parts, QueueFiles files) {
        this.state = state;
        this.parts = parts;
        this.files = files;
    }

    /** Asks that job's song, soon. Called with the lock held. */
    void want(Job job) {
        if (job.facts().isPresent() || job.newer()) {
            return;
        }
        wanted.add(job.id());
        if (!busy) {
            busy = true;
            state.later(this::goOn);
        }
    }

    /** Each song is a task of its own, so that others get their turn in between. */
    private void goOn() {
        try {
            parts.background().execute(this::askNext);
        } catch (RejectedExecutionException ending) {
            LOG.log(Level.DEBUG, "the program is ending", ending);
        }
    }

    private void askNext() {
        Optional<Job> next = state.ask(this::next);
        Optional<SongFacts> facts = next.flatMap(this::facts);
        state.act(() -> {
            facts.ifPresent(known -> state.change(next.get().id(), job -> job.facts().isPresent() ? job
                    : job.with(known)));
            asked++;
            busy = !wanted.isEmpty() && !state.stopping;
            if (busy) {
                state.later(this::goOn);
            }
            if (!busy || asked % SURVEY_EVERY == 0) {
                files.survey();
            }
        });
    }

    private Optional<Job> next() {
        while (!wanted.isEmpty()) {
            Optional<Job> job = state.table.get(wanted.poll()).filter(this::isWanted);
            if (job.isPresent()) {
                return job;
            }
        }
        return Optional.empty();
    }

    /** Nobody waits for the facts of a row that is gone, nor for those of a song that will not run. */
    private boolean isWanted(Job job) {
        return !state.stopping && job.facts().isEmpty()
                && (job.state() == JobState.WAITING || job.state() == JobState.RUNNING);
    }

    private boolean isUnwanted(String id) {
        return state.ask(() -> state.table.get(id).filter(this::isWanted).isEmpty());
    }

    private Optional<SongFacts> facts(Job job) {
        try {
            return Optional.of(SongFacts.of(parts.probe().probe(job.song(), () -> isUnwanted(job.id()))));
        } catch (CancellationException unwanted) {
            LOG.log(Level.DEBUG, "job {0}: nobody wants to know any more what its song is", job.id());
            return Optional.empty();
        } catch (Fault fault) {
            LOG.log(Level.DEBUG, "job " + job.id() + ": its song tells nothing; the job will say why", fault);
            return Optional.empty();
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "job " + job.id() + ": the probe broke", broken);
            return Optional.empty();
        }
    }
}
