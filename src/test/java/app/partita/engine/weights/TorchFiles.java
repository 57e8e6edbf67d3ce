package app.partita.engine.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs tensors as PyTorch does. */
final class TorchFiles {

    private TorchFiles() {
    }

    /** A whole package in single precision; its pickle uses BUILD, LONG1 and APPEND, which the goldens lack. */
    static byte[] pack(Map<String, PlainTensor> tensors) throws IOException {
        Map<String, byte[]> storages = new LinkedHashMap<>();
        Pickle pickle = new Pickle().op("}(").text("klass").global("demucs.htdemucs", "HTDemucs")
                .text("args").op(")")
                .text("kwargs").op("}(")
                .text("segment").global("fractions", "Fraction").longNumber(13).longNumber(20, 0).op("\u0086R")
                .text("sources").op("]").text("drums").op("a").text("bass").op("a").text("other").op("a")
                .text("vocals").op("a")
                .text("t_heads").number(8).op("u")
                .text("metrics").op("}").text("sdr").global("numpy.core.multiarray", "scalar")
                .global("numpy", "dtype").text("f8").op("\u0088\u0089\u0087R(").number(3).text("<").op("NNNtb")
                .global("_codecs", "encode").text("12345678").text("latin1").op("\u0086R\u0086Rs")
                .text("state").global("collections", "OrderedDict").op(")R(");
        tensors.forEach((name, tensor) -> {
            String key = Integer.toString(storages.size());
            storages.put(key, tensor.bytes(ElementType.F32));
            pickle.text(name).tensor("FloatStorage", key, tensor.shape());
        });
        pickle.op("u}").text("_metadata").global("collections", "OrderedDict").op(")Rsb").op("u");
        return zip("archive", pickle.end(), storages);
    }

    static byte[] zip(String top, byte[] pickle, Map<String, byte[]> storages) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            store(zip, top + "/data.pkl", pickle);
            store(zip, top + "/byteorder", "little".getBytes());
            for (Map.Entry<String, byte[]> storage : storages.entrySet()) {
                store(zip, top + "/data/" + storage.getKey(), storage.getValue());
            }
            store(zip, top + "/version", "3\n".getBytes());
        }
        return bytes.toByteArray();
    }

    private static void store(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
