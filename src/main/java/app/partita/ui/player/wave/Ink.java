package app.partita.ui.player.wave;

import javafx.scene.paint.Color;

/**
 * A colour in every strength over the ground of the lanes, as premultiplied ARGB. Mixed here and opaque: blending takes
 * the software renderer five times as long as copying.
 */
final class Ink {

    private static final int STRENGTHS = 256;
    private static final int OPAQUE = 0xFF000000;

    /** No strength at all is nothing: there the ground is seen, and what lies on it. */
    private final int[] pixels = new int[STRENGTHS];

    /** @param opacity what full strength is, 0 to 1 */
    Ink(Color colour, double opacity, Color ground) {
        for (int strength = 1; strength < STRENGTHS; strength++) {
            pixels[strength] = over(ground, colour, opacity * colour.getOpacity() * strength / (STRENGTHS - 1));
        }
    }

    /** @param strength 0 to 1 */
    int of(double strength) {
        return pixels[(int) Math.round(Math.clamp(strength, 0, 1) * (STRENGTHS - 1))];
    }

    /** A colour of that opacity over an opaque one. */
    static int over(Color ground, Color colour, double opacity) {
        Color mixed = ground.interpolate(colour, opacity);
        return OPAQUE | part(mixed.getRed()) << 16 | part(mixed.getGreen()) << 8 | part(mixed.getBlue());
    }

    private static int part(double value) {
        return (int) Math.round(value * 255);
    }
}
