package app.partita.ui.text;

import app.partita.jobs.Progress;

/** What is being done for a song, in words. */
public final class ProgressText {

    private final Texts texts;

    public ProgressText(Texts texts) {
        this.texts = texts;
    }

    /** Such as {@code Separating stems: 43%}. */
    public String message(Progress progress) {
        return switch (progress.stage()) {
            case FETCHING_MODEL -> progress.stagePercent() == 0 ? texts.get("stage.connecting")
                    : texts.get("stage.fetching_model", progress.stagePercent());
            case SEPARATING_STEMS -> texts.get("stage.separating_stems", progress.stagePercent());
            case WAITING, LOADING_MODEL, READING_SONG, SEPARATING_AUDIO, SAVING_STEMS, COMPLETE ->
                    texts.of("stage", progress.stage());
        };
    }

}
