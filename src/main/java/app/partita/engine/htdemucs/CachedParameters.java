package app.partita.engine.htdemucs;

import app.partita.engine.weights.ModelArguments;
import app.partita.engine.weights.TensorCache;
import app.partita.fault.Fault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Parameters as the engine wants them in memory, read from a mapped cache file: nothing is decoded, checked or packed
 * again. Shapes and arguments are kept as empty arrays whose names tell them.
 */
final class CachedParameters implements ParameterSource {

    /** To be raised whenever the order of the numbers in memory changes. */
    static final int VERSION = 5;

    private static final String SHAPE = "shape ";
    private static final String ARGUMENTS = "arguments ";
    private static final float[] NOTHING = {};

    private final TensorCache cache;
    private final Map<String, int[]> shapes;
    private final ModelArguments arguments;

    CachedParameters(TensorCache cache) throws Fault {
        this.cache = cache;
        this.shapes = shapes(cache);
        this.arguments = cache.names().stream().filter(name -> name.startsWith(ARGUMENTS)).findFirst()
                .map(CachedParameters::arguments).orElseThrow(() -> useless("it names no arguments"));
    }

    /** What is to be written, for parameters that were just loaded. */
    static Map<String, float[]> blobs(StoredParameters parameters) throws Fault {
        Map<String, float[]> blobs = new LinkedHashMap<>(parameters.made());
        for (String name : parameters.names()) {
            blobs.put(SHAPE + name + " " + Arrays.stream(parameters.shape(name)).mapToObj(Integer::toString)
                    .collect(Collectors.joining(" ")), NOTHING);
        }
        ModelArguments a = parameters.arguments();
        blobs.put(ARGUMENTS + a.segmentNumerator() + " " + a.segmentDenominator() + " " + a.transformerHeads() + " "
                + a.freqEmbedding() + " " + String.join(" ", a.sources()), NOTHING);
        return blobs;
    }

    private static Map<String, int[]> shapes(TensorCache cache) {
        Map<String, int[]> shapes = new HashMap<>();
        for (String blob : cache.names()) {
            if (blob.startsWith(SHAPE)) {
                String[] words = blob.substring(SHAPE.length()).split(" ");
                shapes.put(words[0], IntStream.range(1, words.length).map(i -> Integer.parseInt(words[i])).toArray());
            }
        }
        return shapes;
    }

    private static ModelArguments arguments(String blob) {
        String[] words = blob.substring(ARGUMENTS.length()).split(" ");
        return new ModelArguments(Integer.parseInt(words[0]), Integer.parseInt(words[1]), Integer.parseInt(words[2]),
                Double.parseDouble(words[3]), List.of(words).subList(4, words.length));
    }

    @Override
    public Set<String> names() {
        return shapes.keySet();
    }

    @Override
    public int[] shape(String name) throws Fault {
        int[] shape = shapes.get(name);
        if (shape == null) {
            throw useless("it lacks " + name);
        }
        return shape;
    }

    @Override
    public float[] take(String name, int... shape) throws Fault {
        return cache.read(name);
    }

    @Override
    public float[] derived(String key, Computation compute) throws Fault {
        return cache.read(key);
    }

    @Override
    public ModelArguments arguments() {
        return arguments;
    }

    private static Fault useless(String why) {
        return new Fault("the cache of the weights is useless: " + why, "It is made anew from the weights.");
    }
}
