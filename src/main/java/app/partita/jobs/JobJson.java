package app.partita.jobs;

import app.partita.files.Utf8;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The form of a job in its file. Keys that this version does not know are kept and passed through. */
final class JobJson {

    static final int SCHEMA = 1;

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    byte[] write(Job job) throws IOException {
        ObjectNode out = JobWriter.write(job);
        job.foreign().addTo(out);
        return mapper.writeValueAsBytes(out);
    }

    /**
     * Reads a file.
     *
     * @param id what the file's name says
     * @throws DamagedFile if it cannot be understood; one of a newer version always can, at least as a row that says so
     */
    Job read(String id, byte[] file) throws DamagedFile {
        ObjectNode found = object(file);
        JsonFields fields = new JsonFields(found);
        boolean newer = fields.whole("schema") > SCHEMA;
        try {
            Job job = JobReader.read(fields);
            if (!job.id().equals(id)) {
                throw new DamagedFile("the file's name is not the job's id, " + job.id(), null);
            }
            return job.read(newer, ForeignKeys.of(found, JobWriter.write(job)));
        } catch (DamagedFile notUnderstood) {
            if (newer) {
                return stranger(id, fields, notUnderstood);
            }
            throw notUnderstood;
        }
    }

    private ObjectNode object(byte[] file) throws DamagedFile {
        try {
            if (mapper.readTree(Utf8.text(file)) instanceof ObjectNode object) {
                requireFinite(object);
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new DamagedFile("no JSON", e);
        } catch (DamagedFile known) {
            throw known;
        } catch (IOException e) {
            throw new DamagedFile("not readable", e);
        }
        throw new DamagedFile("no JSON object", null);
    }

    /** A number beyond all doubles would be written again as a text. */
    private static void requireFinite(JsonNode node) throws DamagedFile {
        if (node.isDouble() && !Double.isFinite(node.doubleValue())) {
            throw new DamagedFile("a number is too large", null);
        }
        for (JsonNode inside : node) {
            requireFinite(inside);
        }
    }

    /** A row that shows at least the song of a job which only a newer version understands. */
    private static Job stranger(String id, JsonFields fields, DamagedFile why) {
        Path song;
        try {
            song = fields.object("source").path("path").toAbsolutePath();
        } catch (DamagedFile nameless) {
            song = Path.of(id).toAbsolutePath();
        }
        JobFailure failure = new JobFailure("A newer version of Partita queued this song.",
                "Update Partita to see and run it.", why.toString());
        JobRun run = new JobRun(JobState.FAILED, Progress.WAITING, Optional.of(failure), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty(), "");
        return new Job(id, 0, Instant.EPOCH, new JobSource(song, Optional.empty()), JobSettings.DEFAULT,
                song.resolveSibling(id), List.of(), Optional.empty(), run, false, true, ForeignKeys.NONE);
    }
}
