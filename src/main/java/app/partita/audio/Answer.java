package app.partita.audio;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * All that a child said which is asked one short question.
 *
 * @param bytes  its output
 * @param exit   its exit code
 * @param errors its error stream
 */
record Answer(byte[] bytes, int exit, ErrorLog errors) {

    /**
     * Waits for a child's answer about a file.
     *
     * @param cancelled asked several times a second
     * @throws Fault       if the child could do nothing about it, whatever it was asked
     * @throws IOException if its pipe broke
     * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
     */
    static Answer of(FfmpegProcess child, Path concerning, BooleanSupplier cancelled) throws IOException {
        child.closeWhen(cancelled);
        byte[] bytes = child.watched(() -> child.output().readAllBytes());
        int exit = child.awaitExit();
        ErrorLog errors = child.errors();
        Fault common = child.commonFault(concerning.toString(), exit, errors);
        if (common != null) {
            throw common;
        }
        return new Answer(bytes, exit, errors);
    }
}
