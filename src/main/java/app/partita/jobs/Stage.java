package app.partita.jobs;

/** What is being done for a job; never goes back. */
public enum Stage {
    WAITING,
    FETCHING_MODEL,
    LOADING_MODEL,
    READING_SONG,
    SEPARATING_AUDIO,
    SEPARATING_STEMS,
    SAVING_STEMS,
    COMPLETE
}
