package app.partita.audio;

import app.partita.fault.Fault;
import java.nio.file.Path;

/** Where the two FFmpeg programs are. */
record Programs(Path ffmpeg, Path ffprobe) {

    /** Finds them, unpacking them first if need be. */
    interface Source {
        Programs locate() throws Fault;
    }
}
