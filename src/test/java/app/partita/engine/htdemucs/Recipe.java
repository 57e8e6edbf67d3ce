package app.partita.engine.htdemucs;

import app.partita.engine.weights.ModelArguments;
import app.partita.engine.weights.NamedTensor;
import app.partita.engine.weights.TensorStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Weights of the released size that are computed instead of stored: of tensor {@code name} number i is drawn by
 * splitmix64 from the FNV-1a hash of the name.
 */
final class Recipe {

    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private Recipe() {
    }

    static TensorStore store() {
        Map<String, NamedTensor> tensors = new HashMap<>();
        try (InputStream in = Recipe.class.getResourceAsStream("/golden/full/shapes.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] words = line.split(" ");
                int[] shape = Arrays.stream(words).skip(1).mapToInt(Integer::parseInt).toArray();
                tensors.put(words[0], NamedTensor.of(numbers(words[0], shape), shape));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TensorStore("recipe", tensors, ModelArguments.RELEASED);
    }

    static float[] numbers(String name, int[] shape) {
        long seed = FNV_OFFSET;
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            seed = (seed ^ (b & 0xff)) * FNV_PRIME;
        }
        float[] numbers = new float[IntStream.of(shape).reduce(1, (a, b) -> a * b)];
        for (int i = 0; i < numbers.length; i++) {
            double u = (splitMix(seed + (i + 1L) * GOLDEN_GAMMA) >>> 40) * 0x1p-24;
            numbers[i] = (float) number(name, shape, u);
        }
        return numbers;
    }

    private static double number(String name, int[] shape, double u) {
        if (name.endsWith(".scale")) {
            return 0.15 + 0.45 * u;
        }
        if (name.equals("freq_emb.embedding.weight")) {
            return 0.1 * (2 * u - 1);
        }
        boolean weight = name.endsWith("weight");
        if (weight && shape.length == 1) {
            return 1 + 0.4 * (2 * u - 1);
        }
        if (weight) {
            double fan = name.contains("conv_tr") ? 2 * shape[0]
                    : Arrays.stream(shape).skip(1).reduce(1, (a, b) -> a * b);
            return (2 * u - 1) * Math.sqrt(3 / fan);
        }
        return 0.05 * (2 * u - 1);
    }

    private static long splitMix(long state) {
        long z = (state ^ state >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
