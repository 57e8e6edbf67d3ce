package app.partita.engine.nn;

import java.util.Arrays;

/**
 * How blocks of columns become tasks: most of them whole, the last ones cut by rows, so that all workers end at about the
 * same time, although each part packs its block's columns anew.
 *
 * @param blocks how many blocks there are
 * @param whole  how many of them are one task each
 * @param parts  how many tasks each of the others is
 */
record BlockSchedule(int blocks, int whole, int parts) {

    private static final int MOST_PARTS = 4;

    /**
     * The schedule with the shortest makespan when every worker takes the next task as soon as it is free.
     *
     * @param blocks  how many blocks, the last one maybe not full
     * @param packing what packing a block takes of the time of all its products
     */
    static BlockSchedule shortest(double blocks, double packing, int workers) {
        int count = (int) Math.ceil(blocks);
        BlockSchedule best = new BlockSchedule(count, count, 1);
        for (int whole = count - 1; whole >= 0; whole--) {
            for (int parts = 2; parts <= MOST_PARTS; parts++) {
                BlockSchedule other = new BlockSchedule(count, whole, parts);
                if (other.makespan(blocks, packing, workers) < best.makespan(blocks, packing, workers)) {
                    best = other;
                }
            }
        }
        return best;
    }

    /** In times of a whole block's products. */
    double makespan(double size, double packing, int workers) {
        double[] busy = new double[workers];
        for (int task = 0; task < tasks(); task++) {
            busy[0] += Math.min(1, size - block(task)) * (1. / parts(task) + packing);
            Arrays.sort(busy);
        }
        return busy[workers - 1];
    }

    int tasks() {
        return whole + (blocks - whole) * parts;
    }

    /** Which block a task belongs to. */
    int block(int task) {
        return task < whole ? task : whole + (task - whole) / parts;
    }

    /** Which part of its block it is. */
    int part(int task) {
        return task < whole ? 0 : (task - whole) % parts;
    }

    /** Into how many parts its block is cut. */
    int parts(int task) {
        return task < whole ? 1 : parts;
    }
}
