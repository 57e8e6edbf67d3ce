package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** An open weights file; its tensors can be read until it is closed. */
public final class Weights implements AutoCloseable {

    private final String origin;
    private final Packaging packaging;
    private final Map<String, NamedTensor> tensors;
    private final ModelArguments arguments;
    private final Closeable file;

    Weights(String origin, Packaging packaging, Map<String, NamedTensor> tensors, ModelArguments arguments,
            Closeable file) {
        this.origin = origin;
        this.packaging = packaging;
        this.tensors = tensors;
        this.arguments = arguments;
        this.file = file;
    }

    public Packaging packaging() {
        return packaging;
    }

    public ModelArguments arguments() {
        return arguments;
    }

    /** A new store of all tensors under their upstream names, none of them taken. */
    public TensorStore store() {
        return new TensorStore(origin, tensors, arguments);
    }

    @Override
    public void close() throws Fault {
        try {
            file.close();
        } catch (IOException e) {
            throw Damage.in(origin, "the weights file cannot be closed", e);
        }
    }
}
