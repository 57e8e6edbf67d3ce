package app.partita.jobs;

import app.partita.audio.OutputFormat;
import app.partita.engine.SeparationOptions;
import app.partita.fault.FaultKind;
import app.partita.stems.Remainder;
import app.partita.stems.StemKind;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns JSON into jobs: strictly, since a job that was understood by half would run where nobody wanted it. */
final class JobReader {

    private static final String STEMS = "stems";

    private JobReader() {
    }

    static Job read(JsonFields fields) throws DamagedFile {
        JobRun run = run(fields);
        List<StemKind> stems = new ArrayList<>();
        for (JsonNode stem : fields.list(STEMS)) {
            stems.add(JsonFields.constant(stem.asText(), StemKind.class, STEMS));
        }
        Optional<JsonFields> song = fields.optionalObject("song");
        return new Job(fields.text("id"), fields.whole("rank"), fields.instant("created"),
                source(fields.object("source")), settings(fields), absolute(fields.path("outputFolder")), stems,
                song.isPresent() ? Optional.of(song(song.get())) : Optional.empty(), run, false, false,
                ForeignKeys.NONE);
    }

    private static JobSource source(JsonFields source) throws DamagedFile {
        Optional<Instant> modified = source.optionalInstant("modified");
        Optional<FileStamp> stamp = modified.isPresent()
                ? Optional.of(new FileStamp(source.whole("bytes"), modified.get()))
                : Optional.empty();
        return new JobSource(absolute(source.path("path")), stamp);
    }

    private static Path absolute(Path path) throws DamagedFile {
        if (!path.isAbsolute() || path.getParent() == null) {
            throw new DamagedFile("not an absolute path of a file or folder: " + path, null);
        }
        return path;
    }

    private static SongFacts song(JsonFields song) throws DamagedFile {
        OptionalDouble seconds = song.node().hasNonNull("duration")
                ? OptionalDouble.of(song.real("duration"))
                : OptionalDouble.empty();
        return new SongFacts(song.text("title"), song.text("artist"), song.text("album"), seconds,
                song.number("rate"), song.number("channels"), song.bool("cover"));
    }

    private static JobSettings settings(JsonFields fields) throws DamagedFile {
        JsonFields options = fields.object("options");
        Optional<Path> parent = fields.optionalPath("parentFolder");
        if (parent.isPresent() && !parent.get().isAbsolute()) {
            throw new DamagedFile("not an absolute path of a folder: " + parent.get(), null);
        }
        try {
            return new JobSettings(fields.text("model"), OutputFormat.of(fields.text("format")),
                    new SeparationOptions(options.real("overlap"), options.number("shifts"), options.whole("seed")),
                    fields.constant("remainder", Remainder.class), parent,
                    fields.bool("replace"));
        } catch (IllegalArgumentException e) {
            throw new DamagedFile("settings that cannot be: " + e.getMessage(), e);
        }
    }

    private static JobRun run(JsonFields fields) throws DamagedFile {
        JobState state = fields.constant("state", JobState.class);
        Optional<JsonFields> error = fields.optionalObject("error");
        Optional<JsonFields> result = fields.optionalObject("result");
        if (error.isPresent() != (state == JobState.FAILED) || result.isPresent() != (state == JobState.COMPLETED)) {
            throw new DamagedFile("error or result do not fit the state " + state, null);
        }
        List<String> warnings = new ArrayList<>();
        for (JsonNode warning : fields.list("warnings")) {
            warnings.add(warning.asText());
        }
        Progress progress = state == JobState.COMPLETED
                ? Progress.complete(fields.optionalInstant("started"), fields.optionalInstant("completed"))
                : Progress.WAITING;
        return new JobRun(state, progress, error.isPresent() ? Optional.of(failure(error.get())) : Optional.empty(),
                warnings, fields.optionalInstant("started"), fields.optionalInstant("completed"),
                result.isPresent() ? Optional.of(result(result.get())) : Optional.empty(),
                fields.text("engineVersion"));
    }

    private static JobFailure failure(JsonFields error) throws DamagedFile {
        return new JobFailure(error.text("cause"), error.text("nextStep"), error.text("details"),
                known(error));
    }

    /** Of a file that was written before there were kinds, or with one that came later, only the words are known. */
    private static Optional<FaultKind.Known> known(JsonFields error) throws DamagedFile {
        Optional<FaultKind> kind = Optional.empty();
        for (FaultKind each : FaultKind.values()) {
            if (error.optionalText("kind").filter(JsonFields.name(each)::equals).isPresent()) {
                kind = Optional.of(each);
            }
        }
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        List<String> about = new ArrayList<>();
        error.list("about").forEach(argument -> about.add(argument.asText()));
        return Optional.of(new FaultKind.Known(kind.get(), about));
    }

    private static JobResult result(JsonFields result) throws DamagedFile {
        List<StemFile> stems = new ArrayList<>();
        for (JsonNode node : result.list(STEMS)) {
            JsonFields stem = new JsonFields(node);
            stems.add(new StemFile(stem.constant("stem", StemKind.class), stem.text("file"),
                    stem.optionalText("sha256")));
        }
        return new JobResult(result.optionalText("sourceSha256"), stems, FindingsJson.read(result));
    }
}
