package app.partita.bench;

/** A program that separates one segment, again and again. */
interface Contestant extends AutoCloseable {

    /** Separates the segment it was made for. */
    void separate() throws Exception;

    @Override
    void close();
}
