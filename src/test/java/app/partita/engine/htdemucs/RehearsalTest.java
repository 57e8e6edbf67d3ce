package app.partita.engine.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.BlockSums;
import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Fourier;
import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Kernels;
import app.partita.engine.kernels.Reductions;
import app.partita.engine.kernels.TokenKernels;
import app.partita.engine.kernels.scalar.ScalarKernels;
import app.partita.engine.tensor.Workers;
import app.partita.engine.weights.Weights;
import app.partita.engine.weights.WeightsFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RehearsalTest {

    @Test
    void playsEveryKernelThatARealNetworkPlays() throws Exception {
        Set<String> played = new TreeSet<>();
        forward(new TinyParameters(), watched(Kernels.best(), played));

        Set<String> needed = new TreeSet<>();
        Path file = Path.of(RehearsalTest.class.getResource("/golden/small/small0fp16-d2fcb10f.th").toURI());
        try (Weights weights = WeightsFile.open(file)) {
            forward(new StoredParameters(weights.store()), watched(Kernels.best(), needed));
        }

        assertThat(needed).hasSizeGreaterThan(20);
        assertThat(played).containsAll(needed);
        // The small network is too narrow for Strassen's products; the released one is not.
        assertThat(played).contains("block sums.left", "block sums.right", "block sums.products");
    }

    @Test
    void hasAnEtudeForEveryKernel() {
        Set<String> played = new TreeSet<>();
        Kernels kernels = Kernels.best();

        new Etudes(watched(kernels, played)).play(() -> false);

        Set<String> all = new TreeSet<>();
        kernels.gemm().forEach(kernel -> all.add(kernel.rows() + " rows.multiply"));
        Map.of("block sums", BlockSums.class, "elementwise", Elementwise.class, "reductions", Reductions.class,
                "tokens", TokenKernels.class, "fourier", Fourier.class).forEach((name, type) ->
                        Arrays.stream(type.getMethods()).forEach(method -> all.add(name + "." + method.getName())));
        assertThat(played).containsAll(all);
    }

    @Test
    void etudesCanBePlayedWithoutVectors() {
        Set<String> played = new TreeSet<>();

        new Etudes(watched(new ScalarKernels(), played)).play(() -> false);

        assertThat(played).hasSizeGreaterThan(20);
    }

    @Test
    void etudesBreakOffWhenItIsOver() {
        Set<String> played = new TreeSet<>();

        new Etudes(watched(Kernels.best(), played)).play(() -> true);

        assertThat(played).doesNotContain("elementwise.sum", "tokens.softmax");
    }

    @Test
    void computesWithOrdinaryNumbers() {
        float[] stems = forward(new TinyParameters(), Kernels.best());

        assertThat(stems).hasSizeGreaterThan(10_000);
        for (float number : stems) {
            assertThat(Math.abs(number)).isBetween(0f, 100f);
        }
    }

    @Test
    void endsWhenItIsOver() {
        AtomicInteger asked = new AtomicInteger();

        new Rehearsal(Kernels.best()).run(() -> asked.incrementAndGet() > 10);

        assertThat(asked.get()).isBetween(11, 20);
    }

    private static float[] forward(ParameterSource parameters, Kernels kernels) {
        try (Workers workers = new Workers(1)) {
            HtDemucs network = new HtDemucs(parameters, kernels, workers);
            float[] stems = new float[network.sources() * network.audioChannels() * network.samples()];
            network.forward(TinyParameters.numbers(network.audioChannels() * network.samples()), stems, (_, _) -> { });
            return stems;
        }
    }

    /** The same kernels; what is called is noted. */
    private static Kernels watched(Kernels kernels, Set<String> called) {
        List<GemmKernel> gemm = kernels.gemm().stream()
                .map(kernel -> watched(GemmKernel.class, kernel, kernel.rows() + " rows", called)).toList();
        Elementwise elementwise = watched(Elementwise.class, kernels.elementwise(), "elementwise", called);
        BlockSums blockSums = watched(BlockSums.class, kernels.blockSums(), "block sums", called);
        Reductions reductions = watched(Reductions.class, kernels.reductions(), "reductions", called);
        TokenKernels tokens = watched(TokenKernels.class, kernels.tokens(), "tokens", called);
        Fourier fourier = watched(Fourier.class, kernels.fourier(), "fourier", called);
        return new Kernels() {
            @Override
            public String instructionSet() {
                return kernels.instructionSet();
            }

            @Override
            public List<GemmKernel> gemm() {
                return gemm;
            }

            @Override
            public Elementwise elementwise() {
                return elementwise;
            }

            @Override
            public BlockSums blockSums() {
                return blockSums;
            }

            @Override
            public Reductions reductions() {
                return reductions;
            }

            @Override
            public TokenKernels tokens() {
                return tokens;
            }

            @Override
            public Fourier fourier() {
                return fourier;
            }
        };
    }

    private static <T> T watched(Class<T> type, T kernels, String name, Set<String> called) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            called.add(name + "." + method.getName());
            return call(method, kernels, arguments);
        }));
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
