package app.partita.models;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** A file that is not yet whole, and the server's mark of the version it is a part of. */
final class PartialFile {

    private static final int LONGEST_MARK = 1000;

    private final Path data;
    private final Path mark;

    PartialFile(Path folder, String name) {
        data = folder.resolve(name + ".part");
        mark = folder.resolve(name + ".version");
    }

    Path data() {
        return data;
    }

    long length() throws IOException {
        return Files.exists(data) ? Files.size(data) : 0;
    }

    /** The mark to show to the server when asking for the rest; empty if there is nothing to go on from. */
    Optional<String> resumableVersion() throws IOException {
        if (length() == 0 || !Files.exists(mark) || Files.size(mark) > LONGEST_MARK) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(mark, StandardCharsets.ISO_8859_1)).filter(m -> !m.isEmpty());
    }

    /** Starts from nothing; {@code version} may be empty when the server names none. */
    FileChannel restart(String version) throws IOException {
        Files.deleteIfExists(mark);
        FileChannel channel = FileChannel.open(data, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        if (!version.isEmpty() && version.length() <= LONGEST_MARK) {
            Files.writeString(mark, version, StandardCharsets.ISO_8859_1);
        }
        return channel;
    }

    /** Goes on at the end. */
    FileChannel append() throws IOException {
        return FileChannel.open(data, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    void discard() throws IOException {
        Files.deleteIfExists(data);
        Files.deleteIfExists(mark);
    }
}
