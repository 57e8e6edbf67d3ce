package app.partita.engine.htdemucs;

import app.partita.engine.weights.ModelArguments;
import app.partita.fault.Fault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of a tiny network of the released one's topology. What it computes means nothing, but it goes all ways
 * through the engine's code.
 */
final class TinyParameters implements ParameterSource {

    private static final int AUDIO_CHANNELS = 2;
    private static final int EMBEDDINGS = 64;
    private static final int DEPTH = 4;
    private static final int CHANNELS = 8;
    private static final int DEEPEST = CHANNELS << DEPTH - 1;
    private static final int COMPRESSION = 4;
    private static final int KERNEL = 8;
    private static final int WIDTH = 64;
    /** As many as Strassen's products need. */
    private static final int HIDDEN = 512;
    private static final ModelArguments ARGUMENTS = new ModelArguments(1, 8, 1, 1, List.of("one", "two"));

    private final Map<String, int[]> shapes = new HashMap<>();

    TinyParameters() {
        shapes.put("freq_emb.embedding.weight", new int[] {EMBEDDINGS, CHANNELS});
        for (int i = 0; i < DEPTH; i++) {
            spectralLayers(i, CHANNELS << i, i == 0 ? 2 * AUDIO_CHANNELS : CHANNELS << i - 1);
            temporalLayers(i, CHANNELS << i, i == 0 ? AUDIO_CHANNELS : CHANNELS << i - 1);
        }
        for (String branch : List.of("", "_t")) {
            affine("channel_upsampler" + branch, WIDTH, DEEPEST, 1);
            affine("channel_downsampler" + branch, DEEPEST, WIDTH, 1);
            affine("crosstransformer.norm_in" + branch, WIDTH);
            transformerLayer("crosstransformer.layers" + branch + ".0.", "self_attn");
            transformerLayer("crosstransformer.layers" + branch + ".1.", "cross_attn");
        }
    }

    private void spectralLayers(int i, int channels, int inputs) {
        String encoder = "encoder." + i;
        affine(encoder + ".conv", channels, inputs, KERNEL, 1);
        affine(encoder + ".rewrite", 2 * channels, channels, 1, 1);
        dconv(encoder, channels);
        String decoder = "decoder." + (DEPTH - 1 - i);
        affine(decoder + ".rewrite", 2 * channels, channels, 3, 3);
        dconv(decoder, channels);
        transposed(decoder + ".conv_tr", channels, i == 0 ? 2 * inputs : inputs, KERNEL, 1);
    }

    private void temporalLayers(int i, int channels, int inputs) {
        String encoder = "tencoder." + i;
        affine(encoder + ".conv", channels, inputs, KERNEL);
        affine(encoder + ".rewrite", 2 * channels, channels, 1);
        dconv(encoder, channels);
        String decoder = "tdecoder." + (DEPTH - 1 - i);
        affine(decoder + ".rewrite", 2 * channels, channels, 3);
        dconv(decoder, channels);
        transposed(decoder + ".conv_tr", channels, i == 0 ? 2 * inputs : inputs, KERNEL);
    }

    private void dconv(String layer, int channels) {
        int hidden = channels / COMPRESSION;
        for (int d = 0; d < 2; d++) {
            String branch = layer + ".dconv.layers." + d;
            affine(branch + ".0", hidden, channels, 3);
            affine(branch + ".1", hidden);
            affine(branch + ".3", 2 * channels, hidden, 1);
            affine(branch + ".4", 2 * channels);
            shapes.put(branch + ".6.scale", new int[] {channels});
        }
    }

    private void transformerLayer(String prefix, String attention) {
        shapes.put(prefix + attention + ".in_proj_weight", new int[] {3 * WIDTH, WIDTH});
        shapes.put(prefix + attention + ".in_proj_bias", new int[] {3 * WIDTH});
        affine(prefix + attention + ".out_proj", WIDTH, WIDTH);
        affine(prefix + "linear1", HIDDEN, WIDTH);
        affine(prefix + "linear2", WIDTH, HIDDEN);
        for (String norm : List.of("norm1", "norm2", "norm3", "norm_out")) {
            affine(prefix + norm, WIDTH);
        }
        shapes.put(prefix + "gamma_1.scale", new int[] {WIDTH});
        shapes.put(prefix + "gamma_2.scale", new int[] {WIDTH});
    }

    /** A weight and a bias for each of its first dimension. */
    private void affine(String name, int... shape) {
        shapes.put(name + ".weight", shape);
        shapes.put(name + ".bias", new int[] {shape[0]});
    }

    private void transposed(String name, int... shape) {
        shapes.put(name + ".weight", shape);
        shapes.put(name + ".bias", new int[] {shape[1]});
    }

    @Override
    public Set<String> names() {
        return shapes.keySet();
    }

    @Override
    public int[] shape(String name) {
        return shapes.get(name);
    }

    @Override
    public float[] take(String name, int... shape) {
        return numbers(Arrays.stream(shape).reduce(1, Math::multiplyExact));
    }

    /** Small numbers of both signs. */
    static float[] numbers(int count) {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = 0.01f * (i % 7 - 3);
        }
        return numbers;
    }

    @Override
    public float[] derived(String key, Computation compute) throws Fault {
        return compute.compute();
    }

    @Override
    public ModelArguments arguments() {
        return ARGUMENTS;
    }
}
