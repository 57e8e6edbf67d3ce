package app.partita.engine.weights;

import app.partita.engine.weights.PickleValue.Global;
import app.partita.engine.weights.PickleValue.TensorView;
import app.partita.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Reads a package by PyTorch's {@code torch.save}: a zip of stored entries, in which {@code <top>/data.pkl} describes
 * the network and {@code <top>/data/<key>} hold the numbers. It is read through the central directory, because
 * PyTorch leaves the sizes in the local headers empty.
 */
final class TorchReader {

    private static final String PICKLE = "data.pkl";
    private static final long LONGEST_PICKLE = 4L << 20;

    private final String origin;
    private final ZipFile zip;
    private final long fileLength;

    private TorchReader(String origin, ZipFile zip, long fileLength) {
        this.origin = origin;
        this.zip = zip;
        this.fileLength = fileLength;
    }

    static Weights open(Path file, String origin) throws Fault {
        ZipFile zip = null;
        Weights weights = null;
        try {
            zip = new ZipFile(file.toFile());
            weights = new TorchReader(origin, zip, file.toFile().length()).read();
            return weights;
        } catch (Fault e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw Damage.in(origin, "the zip is cut short or damaged", e);
        } finally {
            if (weights == null && zip != null) {
                closeQuietly(zip);
            }
        }
    }

    private Weights read() throws IOException {
        ZipEntry pickle = findPickle();
        String top = pickle.getName().substring(0, pickle.getName().length() - PICKLE.length());
        requireLittleEndian(top);
        if (!(new PickleReader(origin, bytes(pickle, LONGEST_PICKLE)).read() instanceof Map<?, ?> root)) {
            throw Damage.in(origin, "the package holds no network");
        }
        if (root.get("klass") instanceof Global klass && !klass.name().equals("HTDemucs")) {
            throw Damage.in(origin, "holds a network of the kind " + klass + ", not HTDemucs");
        }
        // Training programs save the bare tensors, without the package around them.
        Object state = root.containsKey("state") ? root.get("state") : root;
        if (!(state instanceof Map<?, ?> entries)) {
            throw Damage.in(origin, "the package holds no tensors");
        }
        if (entries.containsKey("__quantized")) {
            throw Damage.in(origin, "the weights are quantised, which is not supported");
        }
        Map<String, NamedTensor> tensors = new HashMap<>();
        for (Map.Entry<?, ?> entry : entries.entrySet()) {
            String name = (String) entry.getKey();
            if (!(entry.getValue() instanceof TensorView view)) {
                throw Damage.in(origin, Damage.printable(name) + " is not a tensor");
            }
            tensors.put(name, tensor(top, name, view));
        }
        Map<?, ?> kwargs = root.get("kwargs") instanceof Map<?, ?> map ? map : Map.of();
        return new Weights(origin, Packaging.TORCH, tensors, new ArgumentsReader(origin, kwargs).read(), zip);
    }

    private ZipEntry findPickle() throws Fault {
        if (zip.stream().anyMatch(entry -> leavesItsFolder(entry.getName()))) {
            throw Damage.in(origin, "the zip holds a path that leaves its folder");
        }
        List<? extends ZipEntry> pickles = zip.stream()
                .filter(e -> e.getName().equals(PICKLE) || e.getName().endsWith("/" + PICKLE))
                .limit(2)
                .toList();
        if (pickles.size() != 1) {
            throw Damage.in(origin, "the zip is not a PyTorch package");
        }
        return pickles.getFirst();
    }

    /** Nothing is written by these names; but no honest package has one. */
    private static boolean leavesItsFolder(String name) {
        return Arrays.asList(name.split("[/\\\\]")).contains("..") || name.startsWith("/") || name.startsWith("\\")
                || name.indexOf(':') >= 0;
    }

    private void requireLittleEndian(String top) throws IOException {
        ZipEntry order = zip.getEntry(top + "byteorder");
        if (order != null && !new String(bytes(order, 16), StandardCharsets.US_ASCII).strip().equals("little")) {
            throw Damage.in(origin, "the numbers are not little-endian");
        }
    }

    private NamedTensor tensor(String top, String name, TensorView view) throws Fault {
        ElementType type = switch (view.storage().type().toString()) {
            case "torch.HalfStorage" -> ElementType.F16;
            case "torch.FloatStorage" -> ElementType.F32;
            default -> throw Damage.in(origin, "tensor " + Damage.printable(name) + " is a "
                    + view.storage().type() + ", neither half nor single precision");
        };
        ZipEntry entry = zip.getEntry(top + "data/" + view.storage().key());
        if (entry == null || entry.getSize() < 0 || entry.getSize() / type.bytes() < view.storage().count()) {
            throw Damage.in(origin, "the numbers of tensor " + Damage.printable(name) + " are missing or cut short");
        }
        long available = view.storage().count();
        int[] shape = Shapes.checked(origin, name, view.sizes(), available);
        long[] strides = strides(name, view, shape, available);
        int count = Math.toIntExact(Math.min(available, Integer.MAX_VALUE));
        int offset = (int) Math.min(view.offset(), Integer.MAX_VALUE);
        return NamedTensor.lazy(type, () -> gather(storage(entry, type, count), offset, shape, strides), shape);
    }

    /** Checks that the view's last number lies within its storage. */
    private long[] strides(String name, TensorView view, int[] shape, long available) throws Fault {
        long last = view.offset();
        boolean sound = last >= 0 && last < available && available <= Integer.MAX_VALUE
                && view.strides().size() == shape.length;
        long[] strides = new long[shape.length];
        for (int i = 0; sound && i < shape.length; i++) {
            strides[i] = view.strides().get(i);
            sound = strides[i] >= 0 && strides[i] <= available;
            // Both factors are below 2^31 here, and so is the sum so far.
            last += sound ? strides[i] * (shape[i] - 1) : 0;
            sound &= last < available;
        }
        if (!sound) {
            throw Damage.in(origin, "tensor " + Damage.printable(name) + " reaches beyond its numbers");
        }
        return strides;
    }

    private float[] storage(ZipEntry entry, ElementType type, int count) throws Fault {
        try {
            return type.decode(MemorySegment.ofArray(bytes(entry, Integer.MAX_VALUE - 8)), count);
        } catch (Fault e) {
            throw e;
        } catch (IOException | IllegalStateException e) {
            throw Damage.in(origin, "the numbers cannot be read", e);
        }
    }

    private static float[] gather(float[] storage, int offset, int[] shape, long[] strides) {
        int length = Shapes.length(shape);
        float[] numbers = new float[length];
        int[] place = new int[shape.length];
        int at = offset;
        for (int i = 0; i < length; i++) {
            numbers[i] = storage[at];
            for (int d = shape.length - 1; d >= 0; d--) {
                at += (int) strides[d];
                if (++place[d] < shape[d]) {
                    break;
                }
                at -= (int) strides[d] * shape[d];
                place[d] = 0;
            }
        }
        return numbers;
    }

    private byte[] bytes(ZipEntry entry, long most) throws IOException {
        long size = entry.getSize();
        if (entry.getMethod() != ZipEntry.STORED || size < 0 || size > most || size > fileLength) {
            throw Damage.in(origin, "the entry " + Damage.printable(entry.getName())
                    + " is not stored as PyTorch does");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes((int) size);
            if (bytes.length != size) {
                throw Damage.cutShort(origin);
            }
            return bytes;
        }
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException e) {
            System.getLogger(TorchReader.class.getName())
                    .log(System.Logger.Level.WARNING, "A weights file could not be closed", e);
        }
    }
}
