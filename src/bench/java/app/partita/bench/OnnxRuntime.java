package app.partita.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * ONNX Runtime on the exported network: from waveform and spectrogram to the two branches. The transforms between
 * waveform and spectrogram are outside that graph, so this peer is spared them.
 */
final class OnnxRuntime implements Contestant {

    private static final long SEED = 11;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final Map<String, OnnxTensor> inputs = new LinkedHashMap<>();

    OnnxRuntime(Path network, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(OrtSession.SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
            session = environment.createSession(network.toString(), options);
        }
        Random random = new Random(SEED);
        for (var input : session.getInputInfo().entrySet()) {
            long[] shape = ((TensorInfo) input.getValue().getInfo()).getShape();
            inputs.put(input.getKey(), OnnxTensor.createTensor(environment, noise(shape, random), shape));
        }
    }

    @Override
    public void separate() throws OrtException {
        session.run(inputs).close();
    }

    @Override
    public void close() {
        inputs.values().forEach(OnnxTensor::close);
        try {
            session.close();
        } catch (OrtException cause) {
            throw new IllegalStateException(cause);
        }
    }

    private static FloatBuffer noise(long[] shape, Random random) {
        long size = 1;
        for (long length : shape) {
            size *= length;
        }
        FloatBuffer buffer = ByteBuffer.allocateDirect(Math.toIntExact(size * Float.BYTES))
                .order(ByteOrder.nativeOrder()).asFloatBuffer();
        while (buffer.hasRemaining()) {
            buffer.put((float) (0.1 * random.nextGaussian()));
        }
        return buffer.flip();
    }
}
