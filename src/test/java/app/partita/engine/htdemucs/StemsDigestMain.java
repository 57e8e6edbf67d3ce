package app.partita.engine.htdemucs;

import app.partita.engine.SegmentNetwork;
import app.partita.engine.kernels.Kernels;
import app.partita.testkit.Npy;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Prints the kernels' name and the sha256 of the small golden network's stems. */
final class StemsDigestMain {

    private static final String GOLDEN = "/golden/small/";

    private StemsDigestMain() {
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println(Kernels.best().instructionSet() + " " + digest());
    }

    static String digest() throws Exception {
        Path weights = Path.of(StemsDigestMain.class.getResource(GOLDEN + "small0fp16-d2fcb10f.th").toURI());
        try (SegmentNetwork network = new HtDemucsLoader(Kernels.best()).load("small", weights, 2)) {
            float[] mixture = Npy.read(GOLDEN + "segment_in.npy");
            float[] stems = new float[network.spec().stems().size() * mixture.length];
            network.separate(mixture, stems, fraction -> { }, () -> false);
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * stems.length);
            bytes.asFloatBuffer().put(stems);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        }
    }
}
