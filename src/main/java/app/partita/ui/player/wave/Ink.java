package app.partita.ui.player.wave;

import javafx.scene.paint.Color;

/** A colour in every strength, as premultiplied ARGB. */
final class Ink {

    private static final int STRENGTHS = 256;

    private final int[] pixels = new int[STRENGTHS];

    /** @param opacity what full strength is, 0 to 1 */
    Ink(Color colour, double opacity) {
        for (int strength = 0; strength < STRENGTHS; strength++) {
            double alpha = opacity * colour.getOpacity() * strength / (STRENGTHS - 1);
            pixels[strength] = part(alpha) << 24 | part(colour.getRed() * alpha) << 16
                    | part(colour.getGreen() * alpha) << 8 | part(colour.getBlue() * alpha);
        }
    }

    /** @param strength 0 to 1 */
    int of(double strength) {
        return pixels[(int) Math.round(Math.clamp(strength, 0, 1) * (STRENGTHS - 1))];
    }

    private static int part(double value) {
        return (int) Math.round(value * 255);
    }
}
