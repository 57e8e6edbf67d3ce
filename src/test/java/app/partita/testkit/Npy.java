package app.partita.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads NumPy's .npy files of little-endian float32 in C order. */
public final class Npy {

    private static final int MAGIC_AND_VERSION = 8;

    private Npy() {
    }

    /** The numbers of a test resource, row-major. */
    public static float[] read(String resource) {
        try (InputStream in = Npy.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource " + resource);
            }
            ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            int header = Short.toUnsignedInt(bytes.getShort(MAGIC_AND_VERSION));
            int start = MAGIC_AND_VERSION + Short.BYTES + header;
            String description = StandardCharsets.US_ASCII.decode(bytes.slice(0, start)).toString();
            if (!description.contains("'<f4'") || description.contains("'fortran_order': True")) {
                throw new IllegalArgumentException(resource + ": not float32 in C order");
            }
            float[] numbers = new float[(bytes.capacity() - start) / Float.BYTES];
            bytes.position(start);
            bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(numbers);
            return numbers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
