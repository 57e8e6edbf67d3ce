package app.partita.player.stretch;

/** Which input frame an output frame stands for: the newest bends of a line, which is of slope 1 beyond them. */
final class TimeMap {

    private static final int BENDS = 64;

    private final long[] outputs = new long[BENDS];
    private final double[] inputs = new double[BENDS];
    private long bends;

    void clear() {
        bends = 0;
    }

    /** From output frame {@code output} on, what was told of later ones no longer holds. */
    void bend(long output, double input) {
        while (bends > 0 && outputs[(int) ((bends - 1) % BENDS)] >= output) {
            bends--;
        }
        outputs[(int) (bends % BENDS)] = output;
        inputs[(int) (bends % BENDS)] = input;
        bends++;
    }

    double input(double output) {
        if (bends == 0) {
            return output;
        }
        long oldest = Math.max(0, bends - BENDS);
        for (long bend = bends - 1; bend >= oldest; bend--) {
            int left = (int) (bend % BENDS);
            if (output >= outputs[left] || bend == oldest) {
                double slope = 1;
                if (output >= outputs[left] && bend + 1 < bends) {
                    int right = (int) ((bend + 1) % BENDS);
                    slope = (inputs[right] - inputs[left]) / (outputs[right] - outputs[left]);
                }
                return inputs[left] + slope * (output - outputs[left]);
            }
        }
        throw new IllegalStateException("unreachable");
    }
}
