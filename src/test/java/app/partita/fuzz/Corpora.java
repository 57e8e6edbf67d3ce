package app.partita.fuzz;

import app.partita.audio.WavFuzz;
import app.partita.engine.weights.WeightsFuzz;
import app.partita.jobs.JobFileFuzz;
import app.partita.models.TarFuzz;
import app.partita.settings.SettingsFuzz;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** For each reader of our own, the inputs that are worth reading again: a zip of small files among the resources. */
final class Corpora {

    /** Whom a corpus is read by: classes with a static {@code fuzzerTestOneInput(byte[])}. */
    static final Map<String, Class<?>> READERS = new TreeMap<>(Map.of("onnx", WeightsFuzz.class,
            "safetensors", WeightsFuzz.class, "torch", WeightsFuzz.class, "jobs", JobFileFuzz.class,
            "settings", SettingsFuzz.class, "wav", WavFuzz.class, "tar", TarFuzz.class));

    private Corpora() {
    }

    /** The inputs by their names. */
    static Map<String, byte[]> of(String corpus) throws IOException {
        Map<String, byte[]> inputs = new TreeMap<>();
        try (InputStream file = Corpora.class.getResourceAsStream("/fuzz/" + corpus + ".zip");
             ZipInputStream zip = new ZipInputStream(file)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                inputs.put(entry.getName(), zip.readAllBytes());
            }
        }
        return inputs;
    }

    /** Packs a folder's files; the same files make the same bytes. */
    static void pack(Path folder, Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
             Stream<Path> inputs = Files.list(folder)) {
            for (Path input : inputs.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(input.getFileName().toString()).setLastModifiedTime(FileTime.fromMillis(0)));
                zip.write(Files.readAllBytes(input));
            }
        }
    }
}
