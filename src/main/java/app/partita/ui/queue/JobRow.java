package app.partita.ui.queue;

import app.partita.jobs.Job;
import app.partita.jobs.JobState;
import app.partita.jobs.SongFacts;
import app.partita.ui.text.FailureText;
import app.partita.ui.text.ProgressText;
import app.partita.ui.text.Quantities;
import app.partita.ui.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** One row of the queue: what its cells bind to, taken from the job as it is in memory. */
public final class JobRow {

    private final Texts texts;
    private final ProgressText progressText;
    private final Quantities quantities;
    private final ReadOnlyObjectWrapper<Job> job;
    private final ReadOnlyObjectWrapper<JobState> state = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper secondLine = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper length = new ReadOnlyStringWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper percent = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper();
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private boolean queuePaused;
    private String searched;

    public JobRow(Job job, Texts texts) {
        this.texts = texts;
        this.progressText = new ProgressText(texts);
        this.quantities = new Quantities(texts);
        this.job = new ReadOnlyObjectWrapper<>(job);
        take(job);
    }

    /** The same job, as it is now. */
    void show(Job now) {
        if (now.equals(job.get())) {
            return;
        }
        job.set(now);
        take(now);
    }

    /** Whether nothing in the queue goes on until it is resumed. */
    void queuePaused(boolean now) {
        queuePaused = now;
        say(job.get());
    }

    private void say(Job now) {
        paused.set(queuePaused && now.state() == JobState.RUNNING);
        message.set(paused.get() ? texts.get("stage.paused") : progressText.message(now.progress()));
    }

    private void take(Job now) {
        progress.set(now.progress().percent() / 100.0);
        percent.set(now.progress().percent() + "%");
        say(now);
        elapsed.set(now.started().isPresent() && now.state() != JobState.FAILED ? Quantities.clock(now.progress().elapsed()) : "");
        left.set(now.state() == JobState.RUNNING ? now.progress().left().map(quantities::left).orElse("") : "");
        length.set(Quantities.clock(now.seconds()));
        title.set(now.facts().map(SongFacts::title).filter(text -> !text.isBlank()).orElseGet(() -> stem(now.name())));
        secondLine.set(second(now));
        searched = null;
        state.set(now.state());
    }

    private static String second(Job job) {
        String credits = job.facts().map(facts -> Stream.of(facts.artist(), facts.album())
                .filter(text -> !text.isBlank()).collect(Collectors.joining(" · "))).orElse("");
        return credits.isEmpty() ? job.name() : credits;
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    public String id() {
        return job.get().id();
    }

    public Job job() {
        return job.get();
    }

    public JobState state() {
        return state.get();
    }

    /** Whether every word of the query stands somewhere in the row; the query is in lower case. */
    boolean matches(String query) {
        if (query.isBlank()) {
            return true;
        }
        if (searched == null) {
            searched = searchable();
        }
        return Stream.of(query.strip().split("\\s+")).allMatch(searched::contains);
    }

    private String searchable() {
        Job now = job.get();
        return Stream.of(title.get(), secondLine.get(), now.facts().map(SongFacts::album).orElse(""), now.name(),
                        length.get(), now.settings().model(), texts.of("format", now.settings().format()),
                        now.stems().stream().map(stem -> texts.of("stem", stem)).collect(Collectors.joining(" ")),
                        texts.of("state", now.state()), now.failure().map(new FailureText(texts)::cause).orElse(""),
                        String.valueOf(Optional.ofNullable(now.song().getParent()).map(Object::toString).orElse("")))
                .collect(Collectors.joining("\n")).toLowerCase(Locale.ROOT);
    }

    public ReadOnlyObjectProperty<Job> jobProperty() {
        return job.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<JobState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The tag's title, or the file's name without its ending. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** Artist and album, or the file's name. */
    public ReadOnlyStringProperty secondLineProperty() {
        return secondLine.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty lengthProperty() {
        return length.getReadOnlyProperty();
    }

    /** 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty percentProperty() {
        return percent.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Whether the song stands still half done. */
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /** Nothing of a song that failed: what was worked for nothing tells nobody anything. */
    public ReadOnlyStringProperty elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    /** Nothing as long as nobody can tell. */
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }
}
