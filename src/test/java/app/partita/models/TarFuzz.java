package app.partita.models;

import app.partita.testkit.FuzzInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** A package of the npm registry: the one member comes out with the size it must have, or the package is refused. */
public final class TarFuzz {

    private static final int SIZE = 3;

    private TarFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzInput(bytes).read(tar -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                new TarMember("package/a", SIZE).copy(new ByteArrayInputStream(tar), out, copied -> { });
            } catch (IOException refused) {
                return;
            }
            assert out.size() == SIZE : out.size();
        });
    }
}
