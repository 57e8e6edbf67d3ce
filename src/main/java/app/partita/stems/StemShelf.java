package app.partita.stems;

/**
 * The finished stems that are open for listening. Systems that rename no folder with open files want them closed for a
 * moment: they are opened again by the next reader.
 */
public final class StemShelf {
}
