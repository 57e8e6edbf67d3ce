package app.partita.engine.nn;

import app.partita.engine.kernels.GemmKernel;

/**
 * How a matrix lies that {@link StrassenGemm} multiplies: every {@value #BLOCK} columns of it, its rows and those columns
 * are cut into quarters, that is into 2 × 2 blocks of 2 × 2 blocks. The four panels that have the same place in the four
 * quarters of the rows are a group, a few groups a chunk; in a chunk the blocks come first and the groups within them, so
 * that the blocks of each step follow each other.
 *
 * @param layout the panels of all quarters, which are alike
 */
record Quarters(PanelLayout layout) {

    /** Columns of a quarter. */
    static final int DEPTH = 128;

    /** Columns of all quarters. */
    static final int BLOCK = 4 * DEPTH;

    /** Rows of a quarter's panels in a chunk: as many as leave room in the second-level cache for the other operands. */
    private static final int CHUNK_ROWS = 24;

    int groups() {
        return layout.panels() / 4;
    }

    int chunks() {
        return Math.ceilDiv(groups(), groupsPerChunk());
    }

    int firstGroup(int chunk) {
        return Math.min(groups(), chunk * groupsPerChunk());
    }

    GemmKernel kernel(int group) {
        return layout.kernels().get(group);
    }

    /** The first row of a group in the first quarter; of the group after the last one, where the quarter ends. */
    int start(int group) {
        return layout.starts()[group];
    }

    /** The first row of a group in any quarter. */
    int start(int rowQuarter, int group) {
        return layout.starts()[rowQuarter * groups() + group];
    }

    /** Rows of a quarter in a chunk. */
    int rows(int chunk) {
        return start(firstGroup(chunk + 1)) - start(firstGroup(chunk));
    }

    /** Where a chunk begins, counted from the first of its {@value #BLOCK} columns. */
    int offset(int chunk) {
        return 16 * DEPTH * start(firstGroup(chunk));
    }

    /** Where a panel's quarter of the depth begins, counted from the same place. */
    int offset(int rowQuarter, int depthQuarter, int group) {
        int chunk = group / groupsPerChunk();
        int outer = 2 * (rowQuarter / 2) + depthQuarter / 2;
        int inner = 2 * (rowQuarter % 2) + depthQuarter % 2;
        int before = start(group) - start(firstGroup(chunk));
        return offset(chunk) + DEPTH * (4 * (outer * rows(chunk) + before) + inner * kernel(group).rows());
    }

    private int groupsPerChunk() {
        return Math.ceilDiv(CHUNK_ROWS, kernel(0).rows());
    }
}
