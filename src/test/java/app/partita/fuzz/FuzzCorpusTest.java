package app.partita.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every input that the fuzzer found worth keeping, and every one that once broke a reader, is read again. */
class FuzzCorpusTest {

    static Set<String> corpora() {
        return Corpora.READERS.keySet();
    }

    @ParameterizedTest
    @MethodSource("corpora")
    void everyInputIsReadOrRefused(String corpus) throws ReflectiveOperationException, IOException {
        MethodHandle reader = MethodHandles.lookup().findStatic(Corpora.READERS.get(corpus), "fuzzerTestOneInput",
                MethodType.methodType(void.class, byte[].class));
        Map<String, byte[]> inputs = Corpora.of(corpus);
        assertThat(inputs).isNotEmpty();
        inputs.forEach((name, bytes) -> {
            try {
                reader.invokeExact(bytes);
            } catch (Throwable broken) {
                throw new AssertionError(name + " breaks the reader", broken);
            }
        });
    }
}
