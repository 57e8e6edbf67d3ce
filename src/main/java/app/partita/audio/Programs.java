package app.partita.audio;

import app.partita.fault.Fault;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Where the two FFmpeg programs are. */
record Programs(Path ffmpeg, Path ffprobe) {

    /** Finds them, unpacking them first if need be. */
    interface Source {
        Programs locate() throws Fault;

        /**
         * As above.
         *
         * @param cancelled asked often while they are unpacked
         * @throws java.util.concurrent.CancellationException when {@code cancelled} answers true
         */
        default Programs locate(BooleanSupplier cancelled) throws Fault {
            return locate();
        }
    }
}
