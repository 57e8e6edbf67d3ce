package app.partita.jobs;

import app.partita.files.Debounced;
import app.partita.files.WholeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * What a person does to the queue by hand, saved apart from the jobs and a while later: their order, and where folders
 * went that were moved. A lost one costs no job.
 */
public final class QueueOrderStore implements AutoCloseable {

    /**
     * The state that is saved.
     *
     * @param order   the ids of all jobs
     * @param folders for jobs whose stems were moved, where they are
     */
    record Corrections(List<String> order, Map<String, Path> folders) {

        static final Corrections NONE = new Corrections(List.of(), Map.of());
    }

    private static final Logger LOG = System.getLogger(QueueOrderStore.class.getName());
    private static final int SCHEMA = 1;

    private final Path file;
    private final ObjectMapper mapper = new ObjectMapper();
    private final Debounced saving;
    private volatile Supplier<Corrections> state = () -> Corrections.NONE;
    private ObjectNode found = mapper.createObjectNode();
    private boolean writable = true;
    private Optional<Path> setAside = Optional.empty();

    /** @param scheduler on which it is saved, some time after a change */
    public QueueOrderStore(Path file, ScheduledExecutorService scheduler) {
        this.file = file;
        this.saving = new Debounced(scheduler, this::save);
    }

    /** Reads the file, once; a damaged one is put aside. */
    Corrections load() {
        try {
            return read(Files.readAllBytes(file));
        } catch (NoSuchFileException none) {
            LOG.log(Level.DEBUG, "no order yet");
        } catch (DamagedFile | JsonProcessingException damaged) {
            LOG.log(Level.WARNING, "the order of the queue is damaged", damaged);
            putAside();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the order of the queue cannot be read: " + file, e);
            writable = !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
        }
        return Corrections.NONE;
    }

    /** Where a damaged file was put, if there was one. */
    Optional<Path> setAside() {
        return setAside;
    }

    /** Something changed; the supplier is asked when it is time to save. */
    void changed(Supplier<Corrections> now) {
        state = now;
        saving.changed();
    }

    /** Saves what is not saved yet. */
    @Override
    public void close() {
        saving.flush();
    }

    private Corrections read(byte[] bytes) throws IOException {
        if (!(mapper.readTree(bytes) instanceof ObjectNode object)) {
            throw new DamagedFile("no JSON object", null);
        }
        JsonFields fields = new JsonFields(object);
        writable = fields.whole("schema") <= SCHEMA;
        List<String> order = new ArrayList<>();
        for (JsonNode id : fields.list("order")) {
            order.add(id.asText());
        }
        Map<String, Path> folders = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> folder : fields.object("folders").node().properties()) {
            folders.put(folder.getKey(), PathText.path(folder.getValue().asText()));
        }
        found = object;
        return new Corrections(order, folders);
    }

    private void putAside() {
        try {
            setAside = Optional.of(WholeFile.setAside(file, file.resolveSibling("damaged")));
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the damaged order stays where it is and is not written", e);
            writable = false;
        }
    }

    private void save() throws IOException {
        if (!writable) {
            return;
        }
        Corrections now = state.get();
        ObjectNode out = found.deepCopy();
        out.put("schema", SCHEMA);
        ArrayNode order = out.putArray("order");
        now.order().forEach(order::add);
        ObjectNode folders = out.putObject("folders");
        now.folders().forEach((id, folder) -> folders.put(id, PathText.of(folder)));
        WholeFile.write(file, mapper.writeValueAsBytes(out));
    }
}
