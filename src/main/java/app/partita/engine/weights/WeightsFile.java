package app.partita.engine.weights;

import app.partita.fault.Fault;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Opens weights files, which are recognised by their content and never by their name. */
public final class WeightsFile {

    private static final int SHORTEST = 16;
    private static final int ZIP_MAGIC = 0x04034b50;
    /** Tag of the first field that every ONNX writer emits, the format's version. */
    private static final byte ONNX_FIRST_TAG = 0x08;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private WeightsFile() {
    }

    /** Opens a weights file and reads its directory of tensors; the numbers follow when they are taken. */
    public static Weights open(Path file) throws Fault {
        String origin = file.getFileName() == null ? file.toString() : file.getFileName().toString();
        Arena arena = Arena.ofShared();
        Closeable mapping = arena::close;
        boolean opened = false;
        try {
            MemorySegment content = map(file, origin, arena);
            Weights weights = switch (recognise(content, origin)) {
                case SAFETENSORS -> new SafetensorsReader(origin, content).read(mapping);
                case ONNX -> new OnnxReader(origin, content).read(mapping);
                case TORCH -> {
                    arena.close();
                    yield TorchReader.open(file, origin);
                }
            };
            opened = true;
            return weights;
        } finally {
            if (!opened && arena.scope().isAlive()) {
                arena.close();
            }
        }
    }

    /** The file's SHA-256 in lower-case hexadecimal. */
    public static String sha256(Path file) throws Fault {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 17];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    private static MemorySegment map(Path file, String origin, Arena arena) throws Fault {
        if (Files.isDirectory(file)) {
            throw new Fault(origin + ": is a folder, not a weights file", "Name the file itself.");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < SHORTEST) {
                throw unknown(origin);
            }
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        } catch (Fault e) {
            throw e;
        } catch (NoSuchFileException e) {
            throw new Fault(origin + ": no such weights file", "Check the path.", e);
        } catch (IOException e) {
            throw unreadable(origin, e);
        }
    }

    private static Packaging recognise(MemorySegment content, String origin) throws Fault {
        if (content.get(INT, 0) == ZIP_MAGIC) {
            return Packaging.TORCH;
        }
        long header = content.get(LONG, 0);
        if (header >= 2 && header <= SafetensorsReader.LONGEST_HEADER
                && content.get(ValueLayout.JAVA_BYTE, Long.BYTES) == '{') {
            return Packaging.SAFETENSORS;
        }
        if (content.get(ValueLayout.JAVA_BYTE, 0) == ONNX_FIRST_TAG) {
            return Packaging.ONNX;
        }
        throw unknown(origin);
    }

    private static Fault unknown(String origin) {
        return new Fault(origin + ": is neither an ONNX, nor a safetensors, nor a PyTorch weights file",
                "Use htdemucs.onnx, a .safetensors or a .th file of HTDemucs, or fetch one: "
                        + "partita models fetch htdemucs");
    }

    private static Fault unreadable(String origin, IOException e) {
        return new Fault(origin + ": the weights file cannot be read", "Check the file's permissions and its disk.", e);
    }
}
