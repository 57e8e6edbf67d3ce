package app.partita.stems;

/** What is done with the part of a song that the network gave to no stem. */
public enum Remainder {
    /** The stems that sound take it in equal shares, so that they sum to the song ({@link RemainderShares}). */
    SHARED,
    /** It is left out: the network's own output. */
    LEFT_OUT
}
