package app.partita.audio;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The FFmpeg processes now running, so that none outlives this program. */
final class Children {

    private final Set<FfmpegProcess> running = ConcurrentHashMap.newKeySet();
    private volatile boolean ending;

    Children() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::endAll, "end-ffmpeg"));
    }

    void add(FfmpegProcess child) {
        running.add(child);
        if (ending) {
            child.close();
        }
    }

    void remove(FfmpegProcess child) {
        running.remove(child);
    }

    private void endAll() {
        ending = true;
        running.forEach(FfmpegProcess::close);
    }
}
