package app.partita.jobs;

/** What happens to songs that are in the queue already: same path, size and time, same settings. */
public enum Duplicates {
    /** They are not added but given back, so that a person can be asked once for all; the others are added. */
    ASK,
    /** They are added once more, each with a folder of its own. */
    AGAIN,
    /** They are left out. */
    SKIP
}
