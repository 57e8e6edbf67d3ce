package app.partita.settings;

import app.partita.files.Utf8;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The form of the settings in their file. A key that is missing or senseless is the default; unknown ones are kept. */
final class SettingsJson {

    static final int SCHEMA = 1;

    private static final String SCHEMA_KEY = "schema";

    private final ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private ObjectNode found = mapper.createObjectNode();

    /** The file is no JSON object. */
    static final class Damaged extends IOException {

        private static final long serialVersionUID = 1L;

        Damaged(String why, Throwable cause) {
            super(why, cause);
        }
    }

    Settings read(byte[] file) throws Damaged {
        try {
            if (!(mapper.readTree(Utf8.text(file)) instanceof ObjectNode object) || !object.path(SCHEMA_KEY).isInt()) {
                throw new Damaged("no object with a schema number", null);
            }
            found = object;
        } catch (Damaged damaged) {
            throw damaged;
        } catch (JsonProcessingException e) {
            throw new Damaged("no JSON", e);
        } catch (IOException e) {
            throw new Damaged("not readable", e);
        }
        Settings none = Settings.DEFAULT;
        return new Settings(path("outputFolder"), text("model", none.model()), text("format", none.format()),
                number("threads", 0, none.threads()), found.path("lowPriority").asBoolean(none.lowPriority()),
                number("jobsAtOnce", 1, none.jobsAtOnce()), theme(none.theme()), text("language", none.language()),
                text("audioDevice", none.audioDevice()), layout());
    }

    /** Whether the file was written by a newer version. */
    boolean newer() {
        return found.path(SCHEMA_KEY).asInt() > SCHEMA;
    }

    byte[] write(Settings settings) throws IOException {
        ObjectNode out = found.deepCopy();
        out.put(SCHEMA_KEY, SCHEMA);
        out.put("outputFolder", settings.outputFolder().map(Path::toString).orElse(null));
        out.put("model", settings.model());
        out.put("format", settings.format());
        out.put("threads", settings.threads());
        out.put("lowPriority", settings.lowPriority());
        out.put("jobsAtOnce", settings.jobsAtOnce());
        out.put("theme", settings.theme().name().toLowerCase(Locale.ROOT));
        out.put("language", settings.language());
        out.put("audioDevice", settings.audioDevice());
        ObjectNode layout = out.putObject("layout");
        settings.layout().forEach(layout::put);
        return mapper.writeValueAsBytes(out);
    }

    private String text(String key, String otherwise) {
        JsonNode value = found.path(key);
        return value.isTextual() ? value.asText() : otherwise;
    }

    private int number(String key, int least, int otherwise) {
        JsonNode value = found.path(key);
        return value.isInt() && value.asInt() >= least ? value.asInt() : otherwise;
    }

    private Optional<Path> path(String key) {
        try {
            return Optional.ofNullable(found.path(key).textValue()).map(Path::of)
                    .filter(path -> !path.toString().isBlank());
        } catch (InvalidPathException ofAnotherSystem) {
            return Optional.empty();
        }
    }

    private Theme theme(Theme otherwise) {
        String name = text("theme", "");
        for (Theme theme : Theme.values()) {
            if (theme.name().equalsIgnoreCase(name)) {
                return theme;
            }
        }
        return otherwise;
    }

    private Map<String, String> layout() {
        Map<String, String> layout = new LinkedHashMap<>();
        found.path("layout").properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                layout.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return layout;
    }
}
