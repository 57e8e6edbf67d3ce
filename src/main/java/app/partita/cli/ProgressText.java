package app.partita.cli;

import app.partita.jobs.Progress;
import java.time.Duration;
import java.util.Locale;

/** Progress in English words. */
final class ProgressText {

    private ProgressText() {
    }

    static String message(Progress progress) {
        return switch (progress.stage()) {
            case WAITING -> "Waiting…";
            case FETCHING_MODEL -> "Fetching model: " + progress.stagePercent() + "%";
            case LOADING_MODEL -> "Loading model…";
            case READING_SONG -> "Reading song…";
            case SEPARATING_AUDIO -> "Separating audio…";
            case SEPARATING_STEMS -> "Separating stems: " + progress.stagePercent() + "%";
            case SAVING_STEMS -> "Saving stems…";
            case COMPLETE -> "Complete";
        };
    }

    /** Such as {@code 1:05} or {@code 2:00:07}. */
    static String clock(Duration time) {
        return time.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }

    /** Such as {@code about 3 min left}. */
    static String left(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 120) {
            return "about " + seconds + " s left";
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 60
                ? "about " + minutes + " min left"
                : "about " + minutes / 60 + " h " + minutes % 60 + " min left";
    }
}
