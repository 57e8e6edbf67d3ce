package app.partita.engine.chunks;

/** How much each frame of a segment counts where segments overlap. */
public final class TransitionWeights {

    private TransitionWeights() {
    }

    /**
     * A triangle that rises to 1 in the middle and never touches 0.
     *
     * @param power above 1 makes the middle count for more; demucs uses 1
     */
    public static float[] triangle(int segmentFrames, double power) {
        int half = segmentFrames / 2;
        float top = segmentFrames - half;
        var weights = new float[segmentFrames];
        for (int i = 0; i < segmentFrames; i++) {
            int rise = i < half ? i + 1 : segmentFrames - i;
            weights[i] = (float) Math.pow(rise / top, power);
        }
        return weights;
    }
}
