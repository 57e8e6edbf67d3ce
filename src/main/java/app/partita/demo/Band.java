package app.partita.demo;

import app.partita.demo.Score.Drum;
import java.util.List;

/** Who plays what of the score, how loud and where between left and right. */
final class Band {

    private static final double BEAT_SECONDS = (double) DemoSong.FRAMES_PER_BEAT / DemoSong.SAMPLE_RATE;

    private Band() {
    }

    static float[] drums() {
        Stage stage = new Stage();
        strike(stage, Drum.KICK, 0.46, 0, 0.9);
        strike(stage, Drum.SNARE, 0.30, 0.1, 0.7);
        strike(stage, Drum.CLOSED_HAT, 0.20, -0.35, 0.3);
        strike(stage, Drum.OPEN_HAT, 0.20, -0.35, 1.8);
        return stage.finish(0.03);
    }

    private static void strike(Stage stage, Drum drum, double level, double pan, double seconds) {
        List<Double> strokes = Score.strokes(drum);
        for (int i = 0; i < strokes.size(); i++) {
            boolean offBeat = strokes.get(i) % 1 != 0;
            Voice voice = switch (drum) {
                case KICK -> DrumKit.kick();
                case SNARE -> DrumKit.snare(100 + i);
                case CLOSED_HAT -> DrumKit.hat(200 + i, 0.035);
                case OPEN_HAT -> DrumKit.hat(300 + i, 0.22);
            };
            stage.play(voice, strokes.get(i), seconds, offBeat ? 0.75 * level : level, pan);
        }
    }

    static float[] bass() {
        Stage stage = new Stage();
        for (Note note : Score.bass()) {
            double seconds = note.beats() * BEAT_SECONDS;
            stage.play(Tones.bass(note.hertz(), seconds), note.beat(), seconds + 0.05, 0.24, 0);
        }
        return stage.finish(0);
    }

    static float[] chords() {
        Stage stage = new Stage();
        for (int bar = 0; bar < Score.BARS; bar++) {
            for (Note note : Score.chord(bar)) {
                double seconds = note.beats() * BEAT_SECONDS;
                double whole = seconds + Tones.RELEASE_SECONDS;
                stage.play(Tones.keys(note.hertz(), seconds, -4), note.beat(), whole, 0.062, -0.6);
                stage.play(Tones.keys(note.hertz(), seconds, 4), note.beat(), whole, 0.062, 0.6);
            }
        }
        return stage.finish(0.25);
    }

    static float[] lead() {
        Stage stage = new Stage();
        stage.play(new SungLine(Score.lead(), DemoSong.FRAMES_PER_BEAT), 0,
                (double) DemoSong.FRAMES / DemoSong.SAMPLE_RATE, 0.34, 0.05);
        return stage.finish(0.16);
    }
}
