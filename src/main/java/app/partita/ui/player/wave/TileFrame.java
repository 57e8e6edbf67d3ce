package app.partita.ui.player.wave;

/**
 * What a tile shows.
 *
 * @param from           the frame at its left edge
 * @param framesPerPixel frames a device pixel
 * @param height         in device pixels
 */
record TileFrame(double from, double framesPerPixel, int height, LaneStyle style) {}
