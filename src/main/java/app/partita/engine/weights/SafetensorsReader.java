package app.partita.engine.weights;

import app.partita.fault.Fault;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads safetensors: an 8-byte little-endian header length, a JSON header padded with spaces, raw tensors whose
 * offsets count from the header's end. The network's arguments may be a JSON string in {@code __metadata__.kwargs}.
 */
final class SafetensorsReader {

    private static final String METADATA = "__metadata__";
    private static final int LENGTH_BYTES = 8;
    static final long LONGEST_HEADER = 4L << 20;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final ObjectMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final String origin;
    private final MemorySegment content;

    SafetensorsReader(String origin, MemorySegment content) {
        this.origin = origin;
        this.content = content;
    }

    Weights read(Closeable mapping) throws Fault {
        long length = content.get(LONG, 0);
        if (length > LONGEST_HEADER || length > content.byteSize() - LENGTH_BYTES) {
            throw Damage.cutShort(origin);
        }
        JsonNode header = parse(content.asSlice(LENGTH_BYTES, length).toArray(ValueLayout.JAVA_BYTE), "header");
        MemorySegment data = content.asSlice(LENGTH_BYTES + length);
        Map<String, NamedTensor> tensors = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals(METADATA)) {
                tensors.put(entry.getKey(), tensor(entry.getKey(), entry.getValue(), data));
            }
        }
        return new Weights(origin, Packaging.SAFETENSORS, tensors, arguments(header.path(METADATA)), mapping);
    }

    private NamedTensor tensor(String name, JsonNode description, MemorySegment data) throws Fault {
        ElementType type = switch (description.path("dtype").asText()) {
            case "F16" -> ElementType.F16;
            case "F32" -> ElementType.F32;
            default -> throw Damage.in(origin, "tensor " + Damage.printable(name) + " is neither F16 nor F32");
        };
        List<Long> sizes = integers(name, description.path("shape"));
        List<Long> offsets = integers(name, description.path("data_offsets"));
        if (offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)
                || offsets.get(1) > data.byteSize()) {
            throw Damage.in(origin, "tensor " + Damage.printable(name) + " lies outside the file; it may be cut short");
        }
        long bytes = offsets.get(1) - offsets.get(0);
        int[] shape = Shapes.checked(origin, name, sizes, bytes / type.bytes());
        int count = Shapes.length(shape);
        if (bytes != (long) count * type.bytes()) {
            throw Damage.in(origin, "tensor " + Damage.printable(name) + " has more bytes than its shape needs");
        }
        MemorySegment numbers = data.asSlice(offsets.get(0), bytes);
        return NamedTensor.lazy(type, () -> type.decode(numbers, count), shape);
    }

    private List<Long> integers(String name, JsonNode array) throws Fault {
        List<Long> values = new ArrayList<>();
        for (JsonNode item : array) {
            if (!item.isIntegralNumber() || !item.canConvertToLong()) {
                throw Damage.in(origin, "tensor " + Damage.printable(name) + " has a broken description");
            }
            values.add(item.longValue());
        }
        if (!array.isArray()) {
            throw Damage.in(origin, "tensor " + Damage.printable(name) + " has a broken description");
        }
        return values;
    }

    private ModelArguments arguments(JsonNode metadata) throws Fault {
        JsonNode text = metadata.path("kwargs");
        if (!text.isTextual()) {
            return ModelArguments.RELEASED;
        }
        JsonNode saved = parse(text.textValue().getBytes(StandardCharsets.UTF_8), "kwargs");
        return new ArgumentsReader(origin, json.convertValue(saved, Map.class)).read();
    }

    private JsonNode parse(byte[] text, String what) throws Fault {
        try {
            JsonNode node = json.readTree(text);
            if (node.isObject()) {
                return node;
            }
            throw Damage.in(origin, "the " + what + " is not a JSON object");
        } catch (JsonProcessingException e) {
            throw Damage.in(origin, "the " + what + " is not readable JSON; the file is damaged", e);
        } catch (Fault e) {
            throw e;
        } catch (IOException e) {
            throw Damage.cutShort(origin);
        }
    }
}
