package app.partita.architecture;

import app.partita.engine.SegmentNetwork;
import app.partita.engine.htdemucs.HtDemucsLoader;
import app.partita.engine.kernels.Kernels;
import java.nio.file.Path;

/** Separates one segment with the golden network whose file is the argument; fails if JavaFX is there. */
final class EngineMain {

    private EngineMain() {
    }

    public static void main(String[] arguments) throws Exception {
        ClassLoadingMain.requireNoJavaFx();
        try (SegmentNetwork network = new HtDemucsLoader(Kernels.best()).load("golden", Path.of(arguments[0]), 1)) {
            float[] mixture = new float[network.spec().channels() * network.spec().segmentFrames()];
            mixture[mixture.length / 2] = 1;
            float[] stems = new float[network.spec().stems().size() * mixture.length];
            network.separate(mixture, stems, fraction -> { }, () -> false);
            double energy = 0;
            for (float sample : stems) {
                energy += sample * sample;
            }
            System.out.println(energy > 0 ? "stems separated" : "silence or not a number");
        }
    }
}
