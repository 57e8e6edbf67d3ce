package app.partita.settings;

import app.partita.fault.Fault;
import dev.dirs.ProjectDirectories;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where Partita keeps its own files: below one data folder, which is the system's usual place unless the environment
 * variable {@code PARTITA_HOME} names another. The folders need not exist yet.
 *
 * @param home the data folder, absolute
 */
public record AppDirs(Path home) {

    static final String OVERRIDE = "PARTITA_HOME";

    public AppDirs {
        if (!home.isAbsolute()) {
            throw new IllegalArgumentException("not an absolute path: " + home);
        }
    }

    /** The folders for a program started with this environment. */
    public static AppDirs of(Map<String, String> environment) throws Fault {
        String override = environment.getOrDefault(OVERRIDE, "").strip();
        if (override.isEmpty()) {
            return conventional();
        }
        try {
            return new AppDirs(Path.of(override).toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            throw new Fault(OVERRIDE + " is not a path: " + override, "Set it to a folder, or unset it.", e);
        }
    }

    private static AppDirs conventional() throws Fault {
        Path folder = Path.of(ProjectDirectories.from("app", "", "Partita").dataLocalDir);
        if (!folder.isAbsolute()) {
            throw new Fault("You have no home folder in which Partita could keep its files",
                    "Set " + OVERRIDE + " to a folder that you can write.");
        }
        return new AppDirs(folder);
    }

    /** The networks' weights. */
    public Path models() {
        return home.resolve("models");
    }

    /** What can be made anew at any time, such as weights in the engine's own layout. */
    public Path cache() {
        return home.resolve("cache");
    }

    /** The bundled programs, unpacked. */
    public Path nativePrograms() {
        return home.resolve("native");
    }

    /** The waveforms of songs that were opened. */
    public Path peaks() {
        return cache().resolve("peaks");
    }

    /** How people mixed their songs, and what they set right in them. */
    public Path songs() {
        return home.resolve("songs");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    /** Work files of running separations. */
    public Path work() {
        return home.resolve("work");
    }

    /** One file for each job of the queue, and nothing else. */
    public Path jobs() {
        return home.resolve("jobs");
    }

    /** Files of jobs that are being written, damaged, or removed. */
    public Path jobsAside() {
        return home.resolve("jobs-aside");
    }

    /** The order of the queue, and what else a person set right in it. */
    public Path queueOrder() {
        return home.resolve("queue.json");
    }

    /** Where a second window finds the first one. */
    public Path window() {
        return home.resolve("window");
    }

    public Path settings() {
        return home.resolve("settings.json");
    }
}
