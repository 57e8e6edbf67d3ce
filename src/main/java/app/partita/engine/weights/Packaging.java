package app.partita.engine.weights;

/** How a weights file is packed. */
public enum Packaging {
    /** An ONNX export of the network. */
    ONNX,
    /** Named raw tensors behind a JSON header. */
    SAFETENSORS,
    /** PyTorch's zip of a pickle and raw storages, as Demucs releases it. */
    TORCH
}
