package app.partita.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What FFmpeg wrote to its error stream: at most {@value #MOST_LINES} different lines, without addresses, however much
 * there was.
 */
record ErrorLog(List<String> lines) {

    private static final int MOST_LINES = 20;
    private static final int MOST_CHARS = 240;
    private static final int MOST_BYTES = 64 * 1024;
    private static final Pattern SOURCE = Pattern.compile("\\[[^\\]\\[]* @ (?:0x)?[0-9a-fA-F]+\\]\\s*");
    private static final List<String> CHATTER = List.of("Last message repeated", "Task finished with error",
            "Terminating thread with return code", "Conversion failed!");

    /** Nothing was said. */
    static final ErrorLog EMPTY = new ErrorLog(List.of());

    /** Reads a log file; one that cannot be read counts as empty, since it only serves to explain something else. */
    static ErrorLog of(Path file) {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            var bytes = ByteBuffer.allocate(MOST_BYTES);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            return parse(text, channel.size() > MOST_BYTES);
        } catch (IOException e) {
            return new ErrorLog(List.of("(its messages could not be read: " + e + ")"));
        }
    }

    static ErrorLog parse(String text, boolean cut) {
        SequencedSet<String> distinct = new LinkedHashSet<>();
        text.lines()
                .map(line -> SOURCE.matcher(line).replaceAll("").strip())
                .filter(line -> !line.isEmpty() && CHATTER.stream().noneMatch(line::startsWith))
                .map(line -> line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) + "…" : line)
                .forEach(distinct::add);
        List<String> kept = distinct.stream().limit(MOST_LINES).toList();
        if (cut || distinct.size() > MOST_LINES) {
            kept = Stream.concat(kept.stream(), Stream.of("… and more")).toList();
        }
        return new ErrorLog(kept);
    }

    boolean mentions(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    /** The first complaint, or a plain word if there was none. */
    String first() {
        return lines.isEmpty() ? "no reason given" : lines.getFirst();
    }

    /** Everything, as the technical cause of a fault. */
    IOException asCause(int exitCode) {
        return new IOException("FFmpeg ended with " + exitCode + ": " + String.join(" | ", lines));
    }
}
