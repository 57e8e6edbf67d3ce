package app.partita.settings;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Collections;
import java.util.Optional;

/**
 * What a person chose.
 *
 * @param outputFolder the folder in which each song gets a folder of its own; empty for one beside the song
 * @param model        the network's name
 * @param format       the stems' format, by the name that the command line uses
 * @param threads      how many threads compute; 0 for all processors
 * @param lowPriority  whether other programs go first
 * @param jobsAtOnce   how many songs are separated at the same time, at least 1
 * @param theme        light, dark or as the system is
 * @param language     a language tag such as {@code de}; empty for the system's
 * @param audioDevice  the name of what the player is heard through; empty for the system's own choice
 * @param layout       of the window and its columns, for the window alone to understand
 */
public record Settings(Optional<Path> outputFolder, String model, String format, int threads, boolean lowPriority,
                       int jobsAtOnce, Theme theme, String language, String audioDevice,
                       Map<String, String> layout) {

    /** What holds as long as nobody chose anything. */
    public static final Settings DEFAULT = new Settings(Optional.empty(), "htdemucs", "wav24", 0, true, 1,
            Theme.SYSTEM, "", "", Map.of());

    public Settings {
        if (threads < 0) {
            throw new IllegalArgumentException("threads: " + threads);
        }
        if (jobsAtOnce < 1) {
            throw new IllegalArgumentException("jobs at once: " + jobsAtOnce);
        }
        layout = Collections.unmodifiableMap(new LinkedHashMap<>(layout));
    }

    public Settings withOutputFolder(Optional<Path> folder) {
        return new Settings(folder, model, format, threads, lowPriority, jobsAtOnce, theme, language,
                audioDevice, layout);
    }

    public Settings withModel(String name) {
        return new Settings(outputFolder, name, format, threads, lowPriority, jobsAtOnce, theme, language,
                audioDevice, layout);
    }

    public Settings withFormat(String id) {
        return new Settings(outputFolder, model, id, threads, lowPriority, jobsAtOnce, theme, language,
                audioDevice, layout);
    }

    public Settings withThreads(int count) {
        return new Settings(outputFolder, model, format, count, lowPriority, jobsAtOnce, theme, language,
                audioDevice, layout);
    }

    public Settings withLowPriority(boolean low) {
        return new Settings(outputFolder, model, format, threads, low, jobsAtOnce, theme, language,
                audioDevice, layout);
    }

    public Settings withJobsAtOnce(int jobs) {
        return new Settings(outputFolder, model, format, threads, lowPriority, jobs, theme, language,
                audioDevice, layout);
    }

    public Settings withTheme(Theme chosen) {
        return new Settings(outputFolder, model, format, threads, lowPriority, jobsAtOnce, chosen, language,
                audioDevice, layout);
    }

    public Settings withLanguage(String tag) {
        return new Settings(outputFolder, model, format, threads, lowPriority, jobsAtOnce, theme, tag,
                audioDevice, layout);
    }

    public Settings withAudioDevice(String name) {
        return new Settings(outputFolder, model, format, threads, lowPriority, jobsAtOnce, theme, language, name,
                layout);
    }

    public Settings withLayout(String key, String value) {
        Map<String, String> changed = new LinkedHashMap<>(layout);
        changed.put(key, value);
        return new Settings(outputFolder, model, format, threads, lowPriority, jobsAtOnce, theme, language,
                audioDevice, changed);
    }
}
