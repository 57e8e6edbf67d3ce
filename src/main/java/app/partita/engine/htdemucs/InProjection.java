package app.partita.engine.htdemucs;

import app.partita.engine.nn.PackedMatrix;
import java.util.Arrays;

/**
 * Upstream's {@code in_proj_weight}, whose rows are queries, keys and values: one matrix in a self layer, split into two
 * in a cross layer, where the queries come from one branch and the rest from the other.
 */
final class InProjection {

    private final PackedMatrix queries;
    private final PackedMatrix keysAndValues;

    InProjection(Parameters attention, int width, boolean cross, Ops ops) {
        if (!cross) {
            this.queries = attention.matrix("in_proj_weight", ops.tokenPlan(3 * width, width), 3 * width, width);
            this.keysAndValues = null;
            return;
        }
        PackedMatrix.Plan one = ops.tokenPlan(width, width);
        PackedMatrix.Plan two = ops.tokenPlan(2 * width, width);
        float[] both = attention.derived("in_proj_weight", () -> {
            float[] weight = attention.take("in_proj_weight", 3 * width, width);
            float[] first = one.pack(Arrays.copyOf(weight, width * width));
            float[] second = two.pack(Arrays.copyOfRange(weight, width * width, weight.length));
            float[] joined = Arrays.copyOf(first, first.length + second.length);
            System.arraycopy(second, 0, joined, first.length, second.length);
            return joined;
        });
        this.queries = one.restore(Arrays.copyOf(both, one.size()));
        this.keysAndValues = two.restore(Arrays.copyOfRange(both, one.size(), both.length));
    }

    /** Queries; in a self layer keys and values follow them. */
    PackedMatrix queries() {
        return queries;
    }

    /** Keys and values of a cross layer, else null. */
    PackedMatrix keysAndValues() {
        return keysAndValues;
    }
}
