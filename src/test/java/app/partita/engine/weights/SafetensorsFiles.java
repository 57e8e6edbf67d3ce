package app.partita.engine.weights;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Packs tensors as safetensors. */
final class SafetensorsFiles {

    private SafetensorsFiles() {
    }

    static byte[] pack(ElementType type, Map<String, PlainTensor> tensors, String kwargs)
            throws JsonProcessingException {
        Map<String, Object> header = new LinkedHashMap<>();
        if (kwargs != null) {
            header.put("__metadata__", Map.of("format", "pt", "kwargs", kwargs));
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        tensors.forEach((name, tensor) -> {
            byte[] bytes = tensor.bytes(type);
            header.put(name, Map.of("dtype", type.name(), "shape", tensor.shape(),
                    "data_offsets", List.of(data.size(), data.size() + bytes.length)));
            data.writeBytes(bytes);
        });
        return frame(new ObjectMapper().writeValueAsString(header) + "   ", data.toByteArray());
    }

    static byte[] frame(String header, byte[] data) {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(text.length).put(text).put(data).array();
    }
}
