package app.partita.jobs;

import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Paths as text that brings them back exactly, also those whose bytes are no text: these are written as URIs. */
final class PathText {

    private static final String URI_START = "file:///";

    private PathText() {
    }

    /** @param path absolute */
    static String of(Path path) {
        String text = path.toString();
        return Path.of(text).equals(path) ? text : path.toUri().toString();
    }

    /** @throws DamagedFile if this is no path of this system */
    static Path path(String text) throws DamagedFile {
        try {
            return text.startsWith(URI_START) ? Path.of(URI.create(text).normalize()) : Path.of(text);
        } catch (InvalidPathException | FileSystemNotFoundException e) {
            throw new DamagedFile("no path: " + text, e);
        } catch (IllegalArgumentException e) {
            throw new DamagedFile("no URI: " + text, e);
        }
    }
}
