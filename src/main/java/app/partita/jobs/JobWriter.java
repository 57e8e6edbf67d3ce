package app.partita.jobs;

import app.partita.engine.SeparationOptions;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Turns jobs into JSON; every key is always there, null where there is nothing to say. */
final class JobWriter {

    private JobWriter() {
    }

    static ObjectNode write(Job job) {
        ObjectNode out = JsonNodeFactory.instance.objectNode();
        out.put("schema", JobJson.SCHEMA);
        out.put("id", job.id());
        out.put("rank", job.rank());
        out.put("state", JsonFields.name(job.state()));
        out.put("created", job.created().toString());
        out.put("started", job.started().map(Instant::toString).orElse(null));
        out.put("completed", job.ended().map(Instant::toString).orElse(null));
        source(out.putObject("source"), job.source());
        job.facts().ifPresentOrElse(facts -> song(out.putObject("song"), facts), () -> out.putNull("song"));
        settings(out, job.settings());
        ArrayNode stems = out.putArray("stems");
        job.stems().forEach(stem -> stems.add(stem.id()));
        out.put("outputFolder", PathText.of(job.folder()));
        out.put("engineVersion", job.run().engineVersion());
        job.failure().ifPresentOrElse(why -> error(out.putObject("error"), why), () -> out.putNull("error"));
        ArrayNode warnings = out.putArray("warnings");
        job.warnings().forEach(warnings::add);
        job.run().result().ifPresentOrElse(made -> result(out.putObject("result"), made), () -> out.putNull("result"));
        return out;
    }

    private static void source(ObjectNode out, JobSource source) {
        out.put("path", PathText.of(source.path()));
        out.put("bytes", source.stamp().map(FileStamp::bytes).orElse(null));
        out.put("modified", source.stamp().map(stamp -> stamp.modified().toString()).orElse(null));
    }

    private static void song(ObjectNode out, SongFacts facts) {
        out.put("title", facts.title());
        out.put("artist", facts.artist());
        out.put("album", facts.album());
        if (facts.seconds().isPresent()) {
            out.put("duration", facts.seconds().getAsDouble());
        } else {
            out.putNull("duration");
        }
        out.put("rate", facts.sampleRate());
        out.put("channels", facts.channels());
        out.put("cover", facts.hasCover());
    }

    private static void settings(ObjectNode out, JobSettings settings) {
        out.put("model", settings.model());
        out.put("format", settings.format().id());
        SeparationOptions options = settings.options();
        out.putObject("options").put("overlap", options.overlap()).put("shifts", options.shifts())
                .put("seed", options.seed());
        out.put("remainder", JsonFields.name(settings.remainder()));
        out.put("parentFolder", settings.parent().map(parent -> PathText.of(parent.toAbsolutePath())).orElse(null));
        out.put("replace", settings.force());
    }

    private static void error(ObjectNode out, JobFailure why) {
        out.put("cause", why.cause()).put("nextStep", why.nextStep()).put("details", why.details());
        out.put("kind", why.known().map(known -> JsonFields.name(known.kind())).orElse(null));
        ArrayNode about = out.putArray("about");
        why.known().ifPresent(known -> known.arguments().forEach(about::add));
    }

    private static void result(ObjectNode out, JobResult made) {
        out.put("sourceSha256", made.songSha256().orElse(null));
        ArrayNode stems = out.putArray("stems");
        for (StemFile file : made.stems()) {
            stems.addObject().put("stem", file.stem().id()).put("file", file.name())
                    .put("sha256", file.sha256().orElse(null));
        }
        FindingsJson.write(out, made.findings());
    }
}
