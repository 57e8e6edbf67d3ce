package app.partita.models;

/** Told how a fetch goes, on the fetching thread. */
public interface FetchListener {

    /** Another source is being tried. */
    void trying(String source);

    /** {@code fraction} is done, 0 to 1, never less than before. */
    void progress(double fraction);
}
