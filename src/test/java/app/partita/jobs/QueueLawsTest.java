package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.Folders;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done in whatever order, the queue is as the model says, so are its listeners and its files. */
class QueueLawsTest {

    private enum Kind { ADD, ADD_AGAIN, CANCEL, RETRY, REMOVE, UNDO, UNDO_AGAIN, MOVE, PAUSE, RESUME, AT_ONCE, COMPLETE,
        COMPLETE_AGAIN, FAIL, PROGRESS, RESTART }

    /**
     * Something that is done.
     *
     * @param rows chosen by the ones of this number's digits
     * @param at   a row
     */
    record Deed(Kind kind, int rows, int at) {}

    private final ObjectMapper json = new ObjectMapper();

    @Property(tries = 60)
    void theQueueIsAsTheModelSays(@ForAll("deeds") List<Deed> deeds) throws Exception {
        Path folder = Files.createTempDirectory("queue-laws");
        try (QueueHouse house = new QueueHouse(folder).start()) {
            QueueModel model = new QueueModel();
            for (Deed deed : deeds) {
                act(deed, house, model);
                assertSame(house, model);
            }
            house.restart();
            model.restart();
            assertSame(house, model);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void act(Deed deed, QueueHouse house, QueueModel model) throws Exception {
        List<String> chosen = IntStream.range(0, model.rows.size()).filter(i -> (deed.rows() >> i & 1) == 1)
                .mapToObj(model.rows::get).toList();
        switch (deed.kind()) {
            case ADD, ADD_AGAIN -> model.add(house.add("song" + deed.at()).getFirst());
            case CANCEL -> {
                house.queue.cancel(chosen);
                model.cancel(chosen);
            }
            case RETRY -> {
                house.queue.retry(chosen);
                model.retry(chosen);
            }
            case REMOVE -> {
                house.queue.remove(chosen);
                model.remove(chosen);
            }
            case UNDO, UNDO_AGAIN -> {
                house.queue.undo();
                model.undo();
            }
            case MOVE -> {
                house.queue.move(chosen, deed.at());
                model.move(chosen, deed.at());
            }
            case PAUSE -> {
                house.queue.pause();
                model.paused = true;
            }
            case RESUME -> {
                house.queue.resume();
                model.paused = false;
                model.schedule();
            }
            case AT_ONCE -> {
                model.atOnce = 1 + deed.at() % 3;
                house.queue.concurrency(model.atOnce);
                model.schedule();
            }
            case COMPLETE, COMPLETE_AGAIN -> step(deed, house, model, JobState.COMPLETED);
            case FAIL -> step(deed, house, model, JobState.FAILED);
            case PROGRESS -> {
                List<String> going = model.running().stream()
                        .filter(id -> model.states.get(id) == JobState.RUNNING).toList();
                if (!going.isEmpty() && !house.runs.standing().isEmpty()) {
                    progress(going.get(deed.at() % going.size()), house, model);
                }
            }
            case RESTART -> {
                house.restart();
                model.restart();
            }
        }
    }

    private static void step(Deed deed, QueueHouse house, QueueModel model, JobState end) {
        if (model.running().isEmpty()) {
            return;
        }
        String id = model.running().get(deed.at() % model.running().size());
        if (end == JobState.COMPLETED) {
            house.runs.complete(id);
        } else {
            house.runs.fail(id);
        }
        model.step(id, end);
    }

    /** One that was cancelled meanwhile ends here. */
    private static void progress(String id, QueueHouse house, QueueModel model) {
        house.runs.progress(id, 50);
        if (!model.isGoing(id)) {
            model.step(id, JobState.CANCELLED);
        }
    }

    private void assertSame(QueueHouse house, QueueModel model) throws IOException {
        List<Job> jobs = house.queue.jobs();
        assertThat(jobs).extracting(Job::id).containsExactlyElementsOf(model.rows);
        assertThat(jobs).allSatisfy(job -> assertThat(job.state()).isEqualTo(model.states.get(job.id())));
        assertThat(jobs).filteredOn(job -> job.state() == JobState.RUNNING).extracting(Job::folder)
                .doesNotHaveDuplicates();
        assertThat(house.heard.shown()).isEqualTo(jobs);
        assertThat(house.runs.standing()).containsExactlyInAnyOrderElementsOf(model.running());
        assertThat(house.heard.batch().counts()).isEqualTo(house.queue.batch().counts());
        assertThat(house.heard.batch()).isEqualTo(house.queue.batch());
        assertThat(house.holds).isEqualTo(model.paused || model.running().isEmpty() ? 0 : 1);
        assertThat(written(house)).isEqualTo(expectedFiles(model));
    }

    /** A job that runs is in its file as it was queued. */
    private static Map<String, String> expectedFiles(QueueModel model) {
        Map<String, String> files = new HashMap<>();
        model.states.forEach((id, state) ->
                files.put(id, JsonFields.name(state == JobState.RUNNING ? JobState.WAITING : state)));
        return files;
    }

    private Map<String, String> written(QueueHouse house) {
        Map<String, String> files = new HashMap<>();
        for (String name : Folders.tree(house.jobs())) {
            try {
                files.put(name.replace(".json", ""),
                        json.readTree(house.jobs().resolve(name).toFile()).path("state").asText());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Deed> deed = Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.integers().between(1, 255),
                Arbitraries.integers().between(0, 8)).as(Deed::new);
        return deed.list().ofMinSize(1).ofMaxSize(40);
    }
}
