package app.partita.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.engine.kernels.BlockSums;
import app.partita.engine.kernels.Elementwise;
import app.partita.engine.kernels.Fourier;
import app.partita.engine.kernels.GemmKernel;
import app.partita.engine.kernels.Reductions;
import app.partita.engine.kernels.TokenKernels;
import app.partita.engine.tensor.Alignment;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.incubator.vector.Vector;
import org.junit.jupiter.api.Test;

/** {@code packaging/java.options}: what it says of the engine's loops must be true of them. */
class JavaOptionsTest {

    private static final Path OPTIONS = Path.of("packaging", "java.options");
    private static final String ALIGNMENT = "-XX:ObjectAlignmentInBytes=";
    private static final Pattern INLINING = Pattern.compile(
            "-XX:CompileCommand=(dontinline|inline),(app\\.partita\\.[\\w.]+)\\.([\\w$*]+)::([\\w*]+)");

    @Test
    void everyKernelIsCompiledOnceAndNotInsideOfItsCallers() throws Exception {
        List<Method> alone = matched("dontinline");

        for (Class<?> loops : vectorClasses()) {
            for (Class<?> kernel : List.of(GemmKernel.class, BlockSums.class, Elementwise.class, Fourier.class,
                    Reductions.class, TokenKernels.class)) {
                if (kernel.isAssignableFrom(loops)) {
                    for (Method wanted : kernel.getMethods()) {
                        if (wanted.getReturnType() == void.class && !wanted.isDefault()) {
                            assertThat(alone).contains(loops.getMethod(wanted.getName(), wanted.getParameterTypes()));
                        }
                    }
                }
            }
        }
    }

    @Test
    void whatTakesOrGivesVectorsIsAlwaysInlined() throws Exception {
        List<Method> borders = vectorClasses().stream().flatMap(JavaOptionsTest::methods)
                .filter(JavaOptionsTest::vectorsCross).toList();
        assertThat(borders).isNotEmpty().doesNotContainAnyElementsOf(matched("dontinline"));
        assertThat(matched("inline")).containsAll(borders);
    }

    private static boolean vectorsCross(Method method) {
        return Stream.concat(Stream.of(method.getReturnType()), Arrays.stream(method.getParameterTypes()))
                .anyMatch(Vector.class::isAssignableFrom);
    }

    @Test
    void theEngineBeginsInItsArraysWhereACacheLineBegins() throws Exception {
        int header = 16;
        List<Integer> alignments = Files.readAllLines(OPTIONS).stream()
                .filter(line -> line.startsWith(ALIGNMENT))
                .map(line -> Integer.valueOf(line.substring(ALIGNMENT.length()))).toList();
        assertThat(alignments).hasSize(1);
        assertThat((header + Float.BYTES * Alignment.START) % alignments.getFirst()).isZero();
    }

    @Test
    void everyRuleIsAboutSomething() throws Exception {
        for (Matcher rule : rules()) {
            assertThat(matched(rule)).as(rule.group()).isNotEmpty();
        }
    }

    private static List<Method> matched(String command) throws Exception {
        List<Method> methods = new ArrayList<>();
        for (Matcher rule : rules()) {
            if (rule.group(1).equals(command)) {
                methods.addAll(matched(rule));
            }
        }
        return methods;
    }

    private static List<Matcher> rules() throws IOException {
        return Files.readAllLines(OPTIONS).stream()
                .filter(line -> line.contains("inline,"))
                .map(line -> {
                    Matcher rule = INLINING.matcher(line);
                    assertThat(rule.matches()).as(line).isTrue();
                    return rule;
                }).toList();
    }

    private static List<Method> matched(Matcher rule) throws Exception {
        String type = rule.group(3);
        List<Class<?>> types = type.contains("*")
                ? vectorClasses().stream().filter(simd -> simd.getPackageName().equals(rule.group(2))
                        && simd.getSimpleName().matches(type.replace("*", ".*"))).toList()
                : List.of(Class.forName(rule.group(2) + "." + type));
        return types.stream()
                .flatMap(JavaOptionsTest::methods)
                .filter(method -> method.getName().matches(rule.group(4).replace("*", ".*")))
                .toList();
    }

    private static Stream<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).filter(method -> !method.isSynthetic());
    }

    private static List<Class<?>> vectorClasses() throws Exception {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/app/partita/engine/kernels/simd"))) {
            List<Class<?>> classes = new ArrayList<>();
            for (Path source : sources.toList()) {
                String name = source.getFileName().toString().replace(".java", "");
                classes.add(Class.forName("app.partita.engine.kernels.simd." + name));
            }
            return classes;
        }
    }
}
