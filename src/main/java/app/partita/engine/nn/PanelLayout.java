package app.partita.engine.nn;

import app.partita.engine.kernels.GemmKernel;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rows of a left-hand matrix are cut into panels, one register tile high each.
 *
 * @param kernels the kernel of each panel
 * @param starts  the first row of each panel, and the padded number of rows at the end
 */
record PanelLayout(List<GemmKernel> kernels, int[] starts) {

    /**
     * Covers {@code rows} with the tallest tiles that leave the least padding.
     *
     * @param block a panel begins at every multiple of this
     */
    static PanelLayout of(int rows, int block, List<GemmKernel> kernels) {
        List<GemmKernel> panels = new ArrayList<>();
        int covered = 0;
        while (covered < rows) {
            GemmKernel panel = panelFor(Math.min(rows, covered / block * block + block) - covered, kernels);
            panels.add(panel);
            covered += panel.rows();
        }
        int[] starts = new int[panels.size() + 1];
        for (int i = 0; i < panels.size(); i++) {
            starts[i + 1] = starts[i] + panels.get(i).rows();
        }
        return new PanelLayout(List.copyOf(panels), starts);
    }

    private static GemmKernel panelFor(int left, List<GemmKernel> tallestFirst) {
        GemmKernel tallest = tallestFirst.getFirst();
        GemmKernel smallest = tallestFirst.getLast();
        for (GemmKernel kernel : tallestFirst) {
            boolean fits = kernel.rows() <= left;
            boolean leavesSliver = kernel == tallest && left - kernel.rows() == smallest.rows();
            if (fits && !(leavesSliver && tallestFirst.size() > 1)) {
                return kernel;
            }
        }
        return tallestFirst.stream().filter(kernel -> kernel.rows() >= left).reduce((a, b) -> b).orElse(smallest);
    }

    int panels() {
        return kernels.size();
    }

    int paddedRows() {
        return starts[starts.length - 1];
    }
}
