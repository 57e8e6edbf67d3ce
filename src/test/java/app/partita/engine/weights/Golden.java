package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The small golden network's weights in the packagings that are in the repository. */
final class Golden {

    static final String SAFETENSORS = "model_fp16.safetensors";
    static final String TORCH = "small0fp16-d2fcb10f.th";
    static final String OLD_TORCH = "small0old-1e2cdd94.th";

    private Golden() {
    }

    static Path file(String name) {
        try {
            return Path.of(Golden.class.getResource("/golden/small/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, PlainTensor> tensors(Path file) throws Fault {
        try (Weights weights = WeightsFile.open(file)) {
            return tensors(weights.store());
        }
    }

    static Map<String, PlainTensor> tensors(TensorStore store) throws Fault {
        Map<String, PlainTensor> tensors = new LinkedHashMap<>();
        for (String name : new TreeSet<>(store.names())) {
            int[] shape = store.shape(name);
            tensors.put(name, new PlainTensor(store.take(name, shape), shape));
        }
        store.finish();
        return tensors;
    }

    static Path write(Path folder, String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
