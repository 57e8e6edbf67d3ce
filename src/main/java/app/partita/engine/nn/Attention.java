package app.partita.engine.nn;

import static app.partita.engine.tensor.Alignment.START;

import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.tensor.Scratch;
import app.partita.engine.tensor.Tensor;
import app.partita.engine.tensor.Workers;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Multi-head attention, {@code softmax(QᵀK/√d)·V} for each head, without ever storing the scores of more than
 * {@value #KEYS} keys: an online softmax (Milakov and Gimelshein 2018; Dao et al. 2022).
 *
 * <p>Tokens are columns. The scores of a block of keys come out of the kernel as the panel that the product with V
 * reads, so nothing is rearranged in between. One instance serves all layers of a network, which have one width, one
 * after the other.
 */
public final class Attention {

    /** Keys a step; part of the engine's numerical definition. */
    private static final int KEYS = 224;
    private static final int QUERIES = 192;

    private final Kernels kernels;
    private final Workers workers;
    private final int heads;
    private final int width;
    private final Map<Integer, Memory> memories = new HashMap<>();

    /** Room for the keys and values of all heads, in the order in which the kernels read them. */
    private record Memory(PackedMatrix[] keys, PackedMatrix[] values) {
    }

    public Attention(int heads, Kernels kernels, Workers workers) {
        this.heads = heads;
        this.kernels = kernels;
        this.workers = workers;
        this.width = kernels.gemm().getFirst().columns();
    }

    /**
     * Attends.
     *
     * @param q      the tensor whose channels from {@code qChannel} on are the queries
     * @param kv     the tensor that holds the keys from {@code kChannel} and the values from {@code vChannel} on
     * @param output {@code channels × query tokens}, overwritten
     */
    public void attend(Tensor q, int qChannel, Tensor kv, int kChannel, int vChannel, Tensor output) {
        int size = output.channels() / heads;
        int keyTokens = kv.columns();
        Memory memory = memories.computeIfAbsent(keyTokens, tokens -> memory(size, tokens));
        workers.run(heads, (head, scratch) -> {
            memory.keys[head].fill(kv.data(), kv.at(kChannel + head * size, 0), 1, kv.channelStride());
            memory.values[head].fill(kv.data(), kv.at(vChannel + head * size, 0), kv.channelStride(), 1);
        });
        int queryTokens = output.columns();
        int blocks = (queryTokens + QUERIES - 1) / QUERIES;
        workers.run(heads * blocks, (index, scratch) -> {
            int head = index / blocks;
            int from = index % blocks * QUERIES;
            int count = Math.min(QUERIES, queryTokens - from);
            int first = q.at(qChannel + head * size, 0) + from;
            float[] sums = attendBlock(memory.keys[head], memory.values[head], q, first, count, scratch);
            store(sums, size, memory.values[head].paddedRows(), count, output, output.at(head * size, 0) + from);
        });
    }

    private Memory memory(int size, int tokens) {
        Memory memory = new Memory(new PackedMatrix[heads], new PackedMatrix[heads]);
        Arrays.setAll(memory.keys, _ -> PackedMatrix.empty(tokens, KEYS, size, size, kernels));
        Arrays.setAll(memory.values, _ -> PackedMatrix.empty(size, size, tokens, KEYS, kernels));
        return memory;
    }

    private float[] attendBlock(PackedMatrix k, PackedMatrix v, Tensor q, int from, int count, Scratch scratch) {
        int size = k.depth();
        int panels = (count + width - 1) / width;
        float[] queries = scratch.floats(Scratch.Use.QUERIES, size * panels * width);
        new MatrixColumns(q.data(), from, q.channelStride()).pack(0, size, 0, count,
                new PanelWriter(queries, START, size, width, kernels.elementwise()));
        // The kernel's softmax takes powers of 2, which are cheaper than those of e.
        float scale = (float) (1 / (Math.log(2) * Math.sqrt(size)));
        kernels.elementwise().affine(queries, START, queries, START, size * panels * width, scale, 0f);
        int padded = v.paddedRows();
        float[] scores = scratch.floats(Scratch.Use.SCORES, (KEYS + kernels.gemm().getFirst().rows()) * width);
        float[] sums = scratch.floats(Scratch.Use.HEADS, panels * padded * width);
        for (int panel = 0; panel < panels; panel++) {
            attendPanel(k, v, queries, START + panel * size * width, scores, sums,
                    START + panel * padded * width);
        }
        return sums;
    }

    private void attendPanel(PackedMatrix k, PackedMatrix v, float[] queries, int queryOffset, float[] scores,
                             float[] sums, int sumOffset) {
        float[] max = new float[width];
        float[] total = new float[width];
        float[] correction = new float[width];
        Arrays.fill(max, Float.NEGATIVE_INFINITY);
        int keyPanel = 0;
        for (int key = 0; key < v.depth(); key += KEYS) {
            int count = v.depthAt(key);
            keyPanel = score(k, keyPanel, key, count, queries, queryOffset, scores);
            kernels.tokens().softmax(scores, START, count, width, max, total, correction);
            if (key > 0) {
                kernels.tokens().scaleColumns(sums, sumOffset, v.paddedRows(), width, correction);
            }
            for (int panel = 0; panel < v.panels(); panel++) {
                v.kernel(panel).multiply(count, v.data(), v.offset(key, panel), scores, START, width,
                        sums, sumOffset + v.start(panel) * width, width, key > 0);
            }
        }
        for (int i = 0; i < width; i++) {
            total[i] = 1f / total[i];
        }
        kernels.tokens().scaleColumns(sums, sumOffset, v.paddedRows(), width, total);
    }

    private int score(PackedMatrix k, int firstPanel, int key, int count,
                      float[] queries, int queryOffset, float[] scores) {
        int panel = firstPanel;
        while (panel < k.panels() && k.start(panel) < key + count) {
            GemmKernel kernel = k.kernel(panel);
            kernel.multiply(k.depth(), k.data(), k.offset(0, panel), queries, queryOffset, width,
                    scores, START + (k.start(panel) - key) * width, width, false);
            panel++;
        }
        return panel;
    }

    private void store(float[] sums, int size, int padded, int count, Tensor output, int to) {
        for (int column = 0; column < count; column += width) {
            int length = Math.min(width, count - column);
            for (int channel = 0; channel < size; channel++) {
                System.arraycopy(sums, START + (column / width * padded + channel) * width,
                        output.data(), to + channel * output.channelStride() + column, length);
            }
        }
    }
}
