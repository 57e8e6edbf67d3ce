package app.partita.engine.kernels.simd;

import static app.partita.engine.kernels.simd.SimdMath.LANES;
import static app.partita.engine.kernels.simd.SimdMath.load;

import app.partita.engine.kernels.BlockSums;
import jdk.incubator.vector.FloatVector;

/** Its speed comes from one pass for all sums: each block is read once and nothing in between is stored. */
final class SimdBlockSums implements BlockSums {

    @Override
    public void left(float[] a, int from, int n, float[] sums, int at) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector a11 = load(a, from + i);
            FloatVector a21 = load(a, from + 2 * n + i);
            FloatVector s1 = a21.add(load(a, from + 3 * n + i));
            FloatVector s2 = s1.sub(a11);
            s1.intoArray(sums, at + i);
            s2.intoArray(sums, at + n + i);
            a11.sub(a21).intoArray(sums, at + 2 * n + i);
            load(a, from + n + i).sub(s2).intoArray(sums, at + 3 * n + i);
        }
    }

    @Override
    public void right(float[] b, int from, int distance, int n) {
        for (int i = from; i < from + n; i += LANES) {
            FloatVector b12 = load(b, i + distance);
            FloatVector b22 = load(b, i + 3 * distance);
            FloatVector t1 = b12.sub(load(b, i));
            FloatVector t2 = b22.sub(t1);
            t1.intoArray(b, i + 4 * distance);
            t2.intoArray(b, i + 5 * distance);
            b22.sub(b12).intoArray(b, i + 6 * distance);
            load(b, i + 2 * distance).sub(t2).intoArray(b, i + 7 * distance);
        }
    }

    @Override
    public void products(float[] products, int from, int n, float[] c, int at, boolean more) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector p1 = load(products, from + i);
            FloatVector p4 = load(products, from + 3 * n + i);
            FloatVector two = p1.add(load(products, from + n + i));
            FloatVector three = two.add(load(products, from + 2 * n + i));
            FloatVector four = three.add(p4);
            load(c, at + i).add(p1).intoArray(c, at + i);
            load(c, at + n + i).add(two.add(p4)).intoArray(c, at + n + i);
            load(c, at + 2 * n + i).add(three).intoArray(c, at + 2 * n + i);
            (more ? load(c, at + 3 * n + i).add(four) : four).intoArray(c, at + 3 * n + i);
        }
    }
}
