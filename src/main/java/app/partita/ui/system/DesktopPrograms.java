package app.partita.ui.system;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The desktop, by the programs that it brings: xdg-open and notify-send, open and osascript, explorer. */
public final class DesktopPrograms implements Desktop {

    private static final Logger LOG = System.getLogger(DesktopPrograms.class.getName());

    private final Executor background;
    private final String system;
    private final Consumer<List<String>> programs;

    /** @param background where programs are started */
    public DesktopPrograms(Executor background) {
        this(background, System.getProperty("os.name"), DesktopPrograms::start);
    }

    /** @param programs starts a program with its arguments */
    DesktopPrograms(Executor background, String system, Consumer<List<String>> programs) {
        this.background = background;
        this.system = system.toLowerCase(Locale.ROOT);
        this.programs = programs;
    }

    @Override
    public void show(Path fileOrFolder) {
        background.execute(() -> programs.accept(showing(fileOrFolder)));
    }

    @Override
    public void tell(String title, String text) {
        if (system.startsWith("mac")) {
            background.execute(() -> programs.accept(List.of("osascript", "-e",
                    "on run {t, s}", "-e", "display notification s with title t", "-e", "end run", title, text)));
        } else if (!system.startsWith("win")) {
            background.execute(() -> programs.accept(List.of("notify-send", "--app-name=Partita", "--", title, text)));
        }
    }

    /** Only the Dock does it without a window of the other toolkit, which beside this one is not safe elsewhere. */
    @Override
    public void progress(int percent) {
        if (system.startsWith("mac")) {
            background.execute(() -> DockProgress.show(percent));
        }
    }

    private List<String> showing(Path path) {
        boolean folder = Files.isDirectory(path);
        if (system.startsWith("win")) {
            return folder ? List.of("explorer", path.toString()) : List.of("explorer", "/select," + path);
        }
        if (system.startsWith("mac")) {
            return folder ? List.of("open", path.toString()) : List.of("open", "-R", path.toString());
        }
        Path shown = folder || path.getParent() == null ? path : path.getParent();
        return List.of("xdg-open", shown.toString());
    }

    private static void start(List<String> command) {
        try {
            new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the desktop has no " + command.getFirst(), e);
        }
    }
}
