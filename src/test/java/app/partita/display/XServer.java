package app.partita.display;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A screen in memory: Xvfb, on the first display number that is free. It lives as long as this process. */
final class XServer {

    /** When this process ends, however that is, the shell's input ends: JavaFX does not outlive its screen. */
    private static final String UNTIL_INPUT_ENDS = "command -v Xvfb && { Xvfb \"$@\" & read -r nothing; kill $!; }";

    private final String display;

    private XServer(String display) {
        this.display = display;
    }

    /** @throws IllegalStateException if there is no Xvfb */
    static XServer start(int width, int height) throws IOException {
        Process process = new ProcessBuilder("sh", "-c", UNTIL_INPUT_ENDS, "sh", "-displayfd", "1",
                "-screen", "0", width + "x" + height + "x24", "-nolisten", "tcp", "-noreset")
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        BufferedReader told = process.inputReader(StandardCharsets.US_ASCII);
        told.readLine();
        String number = told.readLine();
        if (number == null) {
            throw new IllegalStateException("These tests need Xvfb, and it does not start; "
                    + "on Debian: apt-get install xvfb");
        }
        return new XServer(":" + number.strip());
    }

    /** Its name, such as {@code :7}. */
    String display() {
        return display;
    }
}
