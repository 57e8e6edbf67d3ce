package app.partita.engine.htdemucs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Tells one build of the engine from another, whatever version both claim to have: by a digest of the class files that
 * have a say in what a segment comes to and how it is kept. Jars and folders of the same classes have the same.
 */
final class EngineCode {

    private static final List<String> PARTS = List.of("app/partita/engine/", "app/partita/stems/");
    private static final int LENGTH = 16;

    private EngineCode() {
    }

    /** That of the running program; where its classes cannot be found, one that no other run will have. */
    static String running() {
        return Once.DIGEST;
    }

    /** Classes do not change while they run. */
    private static final class Once {

        static final String DIGEST = digest();

        private static String digest() {
            CodeSource source = EngineCode.class.getProtectionDomain().getCodeSource();
            try {
                return of(Path.of(source.getLocation().toURI()));
            } catch (IOException | URISyntaxException | RuntimeException unknown) {
                System.getLogger(EngineCode.class.getName()).log(Level.WARNING,
                        "the engine's classes cannot be told: nothing of this run will be resumed by another", unknown);
                return UUID.randomUUID().toString();
            }
        }
    }

    /** @param classes a jar or a folder */
    static String of(Path classes) throws IOException {
        Map<String, Long> checksums = Files.isDirectory(classes) ? inFolder(classes) : inJar(classes);
        MessageDigest digest = sha256();
        checksums.forEach((name, checksum) ->
                digest.update("%s %08x\n".formatted(name, checksum).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
    }

    private static Map<String, Long> inJar(Path file) throws IOException {
        Map<String, Long> checksums = new TreeMap<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            jar.stream().filter(entry -> counts(entry.getName()))
                    .forEach(entry -> checksums.put(entry.getName(), entry.getCrc()));
        }
        return checksums;
    }

    private static Map<String, Long> inFolder(Path folder) throws IOException {
        Map<String, Long> checksums = new TreeMap<>();
        for (String part : PARTS) {
            try (Stream<Path> files = Files.walk(folder.resolve(part))) {
                files.forEach(file -> {
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    if (counts(name)) {
                        checksums.put(name, checksum(file));
                    }
                });
            }
        }
        return checksums;
    }

    private static boolean counts(String name) {
        return name.endsWith(".class") && PARTS.stream().anyMatch(name::startsWith);
    }

    private static long checksum(Path file) {
        try {
            CRC32 checksum = new CRC32();
            checksum.update(Files.readAllBytes(file));
            return checksum.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
