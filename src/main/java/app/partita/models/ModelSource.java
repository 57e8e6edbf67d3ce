package app.partita.models;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Gets a weights file from one place. */
interface ModelSource {

    /** The place, for people. */
    String description();

    /**
     * Gets the file and checks its checksum.
     *
     * @param folder    a folder for this purpose only, in which a broken fetch may be taken up again
     * @param progress  told the fraction done
     * @param cancelled asked several times a second
     * @return the file, in {@code folder}
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    Path fetch(Path folder, DoubleConsumer progress, BooleanSupplier cancelled) throws Fault;
}
