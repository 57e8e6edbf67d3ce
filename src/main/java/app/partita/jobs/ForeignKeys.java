package app.partita.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The keys of a file that this version does not know: another one wrote them, and they are passed through. Never
 * changes.
 */
public final class ForeignKeys {

    /** There are none. */
    public static final ForeignKeys NONE = new ForeignKeys(JsonNodeFactory.instance.objectNode());

    private final ObjectNode keys;

    private ForeignKeys(ObjectNode keys) {
        this.keys = keys;
    }

    /** What {@code found} has at any depth and {@code known} has not; lists are compared as wholes. */
    static ForeignKeys of(ObjectNode found, ObjectNode known) {
        ObjectNode rest = rest(found, known);
        return rest.isEmpty() ? NONE : new ForeignKeys(rest);
    }

    private static ObjectNode rest(ObjectNode found, ObjectNode known) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : found.properties()) {
            JsonNode ours = known.get(entry.getKey());
            if (ours == null) {
                rest.set(entry.getKey(), entry.getValue().deepCopy());
            } else if (ours instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode outer) {
                ObjectNode below = rest(outer, inner);
                if (!below.isEmpty()) {
                    rest.set(entry.getKey(), below);
                }
            }
        }
        return rest;
    }

    /** Puts these keys into {@code known}, which wins where both have one. */
    void addTo(ObjectNode known) {
        add(keys, known);
    }

    private static void add(ObjectNode keys, ObjectNode known) {
        for (Map.Entry<String, JsonNode> entry : keys.properties()) {
            JsonNode ours = known.get(entry.getKey());
            if (ours instanceof ObjectNode inner && entry.getValue() instanceof ObjectNode outer) {
                add(outer, inner);
            } else if (ours == null) {
                known.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ForeignKeys foreign && foreign.keys.equals(keys);
    }

    @Override
    public int hashCode() {
        return keys.hashCode();
    }

    @Override
    public String toString() {
        return keys.toString();
    }
}
