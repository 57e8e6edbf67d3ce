package app.partita.jobs;

import app.partita.analysis.Beats;
import app.partita.analysis.MusicalKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found out about a song, in the file of its job. Unlike the rest of that file it is read leniently: what
 * cannot be understood counts as not found.
 */
final class FindingsJson {

    private static final Logger LOG = System.getLogger(FindingsJson.class.getName());
    private static final String TEMPO = "tempo";
    private static final String KEY = "key";
    private static final String SECONDS = "seconds";

    /** Of days of music: a damaged figure shall not fill the memory. */
    private static final int MOST_BEATS = 1_000_000;

    private FindingsJson() {
    }

    static void write(ObjectNode out, Findings found) {
        found.tempo().ifPresentOrElse(beats -> tempo(out.putObject(TEMPO), beats), () -> out.putNull(TEMPO));
        out.put(KEY, found.key().map(MusicalKey::name).orElse(null));
    }

    private static void tempo(ObjectNode out, Beats beats) {
        out.put("bpm", beats.bpm()).put("upbeats", beats.upbeats());
        if (beats.isEven()) {
            out.put("first", beats.at(0)).put("count", beats.count());
        } else {
            ArrayNode seconds = out.putArray(SECONDS);
            for (double second : beats.seconds()) {
                seconds.add(second);
            }
        }
    }

    static Findings read(JsonFields fields) {
        return new Findings(tempo(fields), key(fields));
    }

    private static Optional<Beats> tempo(JsonFields fields) {
        try {
            Optional<JsonFields> tempo = fields.optionalObject(TEMPO);
            return tempo.isPresent() ? Optional.of(beats(tempo.get())) : Optional.empty();
        } catch (DamagedFile | IllegalArgumentException senseless) {
            LOG.log(Level.WARNING, "a tempo that cannot be", senseless);
            return Optional.empty();
        }
    }

    private static Beats beats(JsonFields tempo) throws DamagedFile {
        double bpm = tempo.real("bpm");
        int upbeats = tempo.number("upbeats");
        if (!tempo.node().has(SECONDS)) {
            int count = tempo.number("count");
            if (count > MOST_BEATS) {
                throw new DamagedFile("no song has " + count + " beats", null);
            }
            return Beats.even(bpm, upbeats, tempo.real("first"), count);
        }
        List<Double> seconds = new ArrayList<>();
        for (JsonNode second : tempo.list(SECONDS)) {
            if (!second.isNumber()) {
                throw new DamagedFile("a beat at " + second, null);
            }
            seconds.add(second.asDouble());
        }
        return new Beats(bpm, upbeats, seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static Optional<MusicalKey> key(JsonFields fields) {
        try {
            return fields.optionalText(KEY).map(MusicalKey::of);
        } catch (DamagedFile | IllegalArgumentException senseless) {
            LOG.log(Level.WARNING, "a key that cannot be", senseless);
            return Optional.empty();
        }
    }
}
