package app.partita.ui.player.wave;

import app.partita.audio.spectra.Levels;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was computed of a lane's spectrogram, as much as fits into a few megabytes; for the thread that draws. */
final class SpectrumMemory {

    private static final int MOST_BYTES = 4 << 20;

    private final LinkedHashMap<Place, Levels> kept = new LinkedHashMap<>(16, 0.75f, true);
    private int bytes;

    /** Where a tile is, whatever its colours. */
    private record Place(double from, double framesPerPixel, int height) {

        static Place of(TileFrame frame) {
            return new Place(frame.from(), frame.framesPerPixel(), frame.height());
        }

        double to() {
            return from + WaveTile.WIDTH * framesPerPixel;
        }

        boolean touches(double otherFrom, double otherTo) {
            return from < otherTo && to() > otherFrom;
        }

        /** How differently long the columns are. */
        double differs(double otherFramesPerPixel) {
            return Math.abs(Math.log(framesPerPixel / otherFramesPerPixel));
        }
    }

    Optional<Levels> find(TileFrame frame) {
        return Optional.ofNullable(kept.get(Place.of(frame)));
    }

    void keep(TileFrame frame, Levels levels) {
        Levels before = kept.put(Place.of(frame), levels);
        bytes += levels.steps().length - (before == null ? 0 : before.steps().length);
        Iterator<Levels> oldest = kept.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= oldest.next().steps().length;
            oldest.remove();
        }
    }

    void forget(long fromFrame, long toFrame) {
        kept.keySet().removeIf(place -> place.touches(fromFrame, toFrame));
        bytes = kept.values().stream().mapToInt(levels -> levels.steps().length).sum();
    }

    /** What a tile looks like by what is known at other zooms; silent where nothing is. */
    Levels guess(TileFrame frame) {
        Place wanted = Place.of(frame);
        Levels guess = new Levels(new byte[WaveTile.WIDTH * frame.height()], frame.height());
        List<Map.Entry<Place, Levels>> similar = kept.entrySet().stream()
                .filter(entry -> entry.getKey().height() == frame.height()
                        && entry.getKey().touches(wanted.from(), wanted.to()))
                .sorted(Comparator.comparingDouble((Map.Entry<Place, Levels> entry) ->
                        entry.getKey().differs(frame.framesPerPixel())).reversed()).toList();
        similar.forEach(entry -> copy(entry.getKey(), entry.getValue(), wanted, guess));
        return guess;
    }

    private static void copy(Place place, Levels levels, Place wanted, Levels guess) {
        int rows = wanted.height();
        for (int column = 0; column < WaveTile.WIDTH; column++) {
            double middle = wanted.from() + (column + 0.5) * wanted.framesPerPixel();
            int there = (int) Math.floor((middle - place.from()) / place.framesPerPixel());
            if (there >= 0 && there < WaveTile.WIDTH) {
                System.arraycopy(levels.steps(), there * rows, guess.steps(), column * rows, rows);
            }
        }
    }
}
