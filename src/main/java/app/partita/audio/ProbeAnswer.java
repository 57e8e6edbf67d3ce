package app.partita.audio;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What ffprobe said: of the file, and of each of its streams. Read token by token, since on the way to a song's first
 * sound it would take 0.2 s to load what makes trees of them.
 */
record ProbeAnswer(Section format, List<Section> streams) {

    /**
     * What is said of one thing.
     *
     * @param fields by their names, numbers as they are written
     * @param groups of fields that belong together, such as the tags
     */
    record Section(Map<String, String> fields, Map<String, Map<String, String>> groups) {

        static final Section NOTHING = new Section(Map.of(), Map.of());

        /** A field, or nothing. */
        String text(String field) {
            return fields.getOrDefault(field, "");
        }

        /** A field that is a whole number, else 0. */
        long whole(String field) {
            try {
                return Long.parseLong(text(field));
            } catch (NumberFormatException none) {
                return 0;
            }
        }

        /** A field that is a number, else {@code otherwise}. */
        double real(String field, double otherwise) {
            try {
                return Double.parseDouble(text(field));
            } catch (NumberFormatException none) {
                return otherwise;
            }
        }

        /** The fields of a group, in their order. */
        Map<String, String> group(String name) {
            return groups.getOrDefault(name, Map.of());
        }
    }

    /** @throws IOException if that is no JSON */
    static ProbeAnswer read(byte[] json) throws IOException {
        Section format = Section.NOTHING;
        List<Section> streams = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    JsonToken value = parser.nextToken();
                    if (name.equals("format") && value == JsonToken.START_OBJECT) {
                        format = section(parser);
                    } else if (name.equals("streams") && value == JsonToken.START_ARRAY) {
                        while (parser.nextToken() == JsonToken.START_OBJECT) {
                            streams.add(section(parser));
                        }
                    } else {
                        parser.skipChildren();
                    }
                }
            }
        }
        return new ProbeAnswer(format, streams);
    }

    private static Section section(JsonParser parser) throws IOException {
        Section section = new Section(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                section.groups.put(name, group(parser));
            } else {
                keep(name, parser, section.fields);
            }
        }
        return section;
    }

    private static Map<String, String> group(JsonParser parser) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            keep(name, parser, fields);
        }
        return fields;
    }

    /** Keeps a number or a text; what has parts is none of ffprobe's answers that anybody asks for. */
    private static void keep(String name, JsonParser parser, Map<String, String> fields) throws IOException {
        if (parser.currentToken().isScalarValue()) {
            fields.put(name, parser.getText());
        } else {
            parser.skipChildren();
        }
    }
}
