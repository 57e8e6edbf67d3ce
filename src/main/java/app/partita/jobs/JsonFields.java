package app.partita.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The fields of a JSON object, each of the type it must have; a missing or null one is never an empty text or 0. */
record JsonFields(JsonNode node) {

    String text(String key) throws DamagedFile {
        return found(key, node.path(key).isTextual()).asText();
    }

    Optional<String> optionalText(String key) throws DamagedFile {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    long whole(String key) throws DamagedFile {
        return found(key, node.path(key).isIntegralNumber() && node.path(key).canConvertToLong()).asLong();
    }

    int number(String key) throws DamagedFile {
        return found(key, node.path(key).canConvertToInt()).asInt();
    }

    double real(String key) throws DamagedFile {
        return found(key, node.path(key).isNumber()).asDouble();
    }

    boolean bool(String key) throws DamagedFile {
        return found(key, node.path(key).isBoolean()).asBoolean();
    }

    Instant instant(String key) throws DamagedFile {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeException e) {
            throw new DamagedFile(key + " is no time", e);
        }
    }

    Optional<Instant> optionalInstant(String key) throws DamagedFile {
        return has(key) ? Optional.of(instant(key)) : Optional.empty();
    }

    Path path(String key) throws DamagedFile {
        return PathText.path(text(key));
    }

    Optional<Path> optionalPath(String key) throws DamagedFile {
        return has(key) ? Optional.of(path(key)) : Optional.empty();
    }

    /** The constant of that name, in small letters. */
    <E extends Enum<E>> E constant(String key, Class<E> type) throws DamagedFile {
        return constant(text(key), type, key);
    }

    static <E extends Enum<E>> E constant(String name, Class<E> type, String key) throws DamagedFile {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new DamagedFile(key + " cannot be " + name, e);
        }
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    JsonFields object(String key) throws DamagedFile {
        return new JsonFields(found(key, node.path(key).isObject()));
    }

    Optional<JsonFields> optionalObject(String key) throws DamagedFile {
        return has(key) ? Optional.of(object(key)) : Optional.empty();
    }

    /** The elements of a list. */
    Iterable<JsonNode> list(String key) throws DamagedFile {
        return found(key, node.path(key).isArray());
    }

    private boolean has(String key) {
        return node.hasNonNull(key);
    }

    private JsonNode found(String key, boolean sound) throws DamagedFile {
        if (!sound) {
            throw new DamagedFile(key + " is missing or senseless", null);
        }
        return node.path(key);
    }
}
