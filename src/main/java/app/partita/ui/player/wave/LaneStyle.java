package app.partita.ui.player.wave;

import javafx.scene.paint.Color;

/**
 * How a lane is painted.
 *
 * @param colour  the stem's
 * @param opacity less than 1 if it is not heard
 * @param ground  the colour behind it
 * @param fullest the sample that reaches the lane's edge
 */
public record LaneStyle(Color colour, double opacity, Color ground, double fullest) {}
