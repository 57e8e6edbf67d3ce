package app.partita.display;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Handles windows that are not JavaFX's own. A test that needs it is skipped, and says so, where it is missing. */
final class XDoTool {

    private final String display;

    /** On the test's own thread: another one would make a failure of what skips it. */
    XDoTool(String display) throws Exception {
        this.display = display;
        try {
            run("version");
        } catch (IOException missing) {
            abort("This test needs xdotool; on Debian: apt-get install xdotool");
        }
    }

    /** The window of that title, if it is on the screen. */
    Optional<String> window(String title) throws Exception {
        return run("search", "--onlyvisible", "--name", "^" + title + "$").lines().findFirst();
    }

    /** Gives that window the keyboard, as a window manager would. */
    void focus(String window) throws Exception {
        run("windowfocus", "--sync", window);
    }

    void type(String text) throws Exception {
        run("type", "--delay", "30", text);
    }

    void key(String key) throws Exception {
        run("key", key);
    }

    private String run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return told;
    }
}
