package app.partita.engine.kernels.scalar;

import app.partita.engine.kernels.BlockSums;

final class ScalarBlockSums implements BlockSums {

    @Override
    public void left(float[] a, int from, int n, float[] sums, int at) {
        for (int i = 0; i < n; i++) {
            float a11 = a[from + i];
            float a21 = a[from + 2 * n + i];
            float s1 = a21 + a[from + 3 * n + i];
            float s2 = s1 - a11;
            sums[at + i] = s1;
            sums[at + n + i] = s2;
            sums[at + 2 * n + i] = a11 - a21;
            sums[at + 3 * n + i] = a[from + n + i] - s2;
        }
    }

    @Override
    public void right(float[] b, int from, int distance, int n) {
        for (int i = from; i < from + n; i++) {
            float b12 = b[i + distance];
            float b22 = b[i + 3 * distance];
            float t1 = b12 - b[i];
            float t2 = b22 - t1;
            b[i + 4 * distance] = t1;
            b[i + 5 * distance] = t2;
            b[i + 6 * distance] = b22 - b12;
            b[i + 7 * distance] = b[i + 2 * distance] - t2;
        }
    }

    @Override
    public void products(float[] products, int from, int n, float[] c, int at, boolean more) {
        for (int i = 0; i < n; i++) {
            float p1 = products[from + i];
            float p4 = products[from + 3 * n + i];
            float two = p1 + products[from + n + i];
            float three = two + products[from + 2 * n + i];
            float four = three + p4;
            c[at + i] += p1;
            c[at + n + i] += two + p4;
            c[at + 2 * n + i] += three;
            c[at + 3 * n + i] = more ? c[at + 3 * n + i] + four : four;
        }
    }
}
