package app.partita.ui.player.wave;

import javafx.scene.paint.Color;

/**
 * A scale of colours that gets lighter from step to step for every eye, colour-blind ones included: viridis, by
 * Stéfan van der Walt and Nathaniel Smith, given to the public (CC0) with Matplotlib. Nine of its colours, and what
 * lies between them on a line.
 */
final class Viridis {

    /** Colours in the scale. */
    static final int STEPS = 256;

    private static final int[] COLOURS = {0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962,
        0xADDC30, 0xFDE725};

    private Viridis() {
    }

    /** The scale as opaque pixels on that ground, darkest first. */
    static int[] pixels(double opacity, Color ground) {
        int[] pixels = new int[STEPS];
        for (int step = 0; step < STEPS; step++) {
            double place = (double) step / (STEPS - 1) * (COLOURS.length - 1);
            int below = Math.min(COLOURS.length - 2, (int) place);
            double share = place - below;
            pixels[step] = Ink.over(ground, colour(COLOURS[below]).interpolate(colour(COLOURS[below + 1]), share),
                    opacity);
        }
        return pixels;
    }

    private static Color colour(int rgb) {
        return Color.rgb(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255);
    }
}
