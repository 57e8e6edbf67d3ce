package app.partita.jobs;

import java.util.ArrayList;
import java.util.List;

/** One reading of a job's bar; every job passes through all of {@link #ALL}, in this order. */
record Mark(Stage stage, int percent, int stagePercent) {

    static final List<Mark> ALL = all();

    static final int LOADING = indexOf(Stage.LOADING_MODEL);
    static final int READING = indexOf(Stage.READING_SONG);
    static final int SEPARATING = indexOf(Stage.SEPARATING_AUDIO);
    static final int STEMS = indexOf(Stage.SEPARATING_STEMS);
    static final int SAVING = indexOf(Stage.SAVING_STEMS);
    static final int COMPLETE = indexOf(Stage.COMPLETE);

    /** A job's percent when {@code stemsPercent} of its song are separated. */
    static int percentAt(int stemsPercent) {
        return Math.max(15, (1000 + 85 * stemsPercent + 99) / 100);
    }

    /** The reading while {@code percent} of the model are fetched; only jobs whose model is missing pass here. */
    static Mark fetching(int percent) {
        return new Mark(Stage.FETCHING_MODEL, percent / 10, percent);
    }

    private static List<Mark> all() {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark(Stage.LOADING_MODEL, 10, 0));
        for (int percent = 11; percent <= 14; percent++) {
            marks.add(new Mark(Stage.READING_SONG, percent, 0));
        }
        marks.add(new Mark(Stage.SEPARATING_AUDIO, 15, 0));
        for (int stems = 1; stems <= 100; stems++) {
            marks.add(new Mark(Stage.SEPARATING_STEMS, percentAt(stems), stems));
        }
        for (int percent = 95; percent <= 99; percent++) {
            marks.add(new Mark(Stage.SAVING_STEMS, percent, 0));
        }
        marks.add(new Mark(Stage.COMPLETE, 100, 0));
        return List.copyOf(marks);
    }

    private static int indexOf(Stage stage) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).stage() == stage) {
                return i;
            }
        }
        throw new IllegalStateException("No mark for " + stage);
    }
}
