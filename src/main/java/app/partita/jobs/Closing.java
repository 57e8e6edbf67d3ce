package app.partita.jobs;

/** How a queue ends. */
public enum Closing {
    /** All that waits and runs is still done. */
    FINISH,
    /** What runs is stopped, nothing begins; all that was not done waits again at the next start. */
    STOP_AND_KEEP
}
