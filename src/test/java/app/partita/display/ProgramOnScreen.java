package app.partita.display;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands test classes the one window of their process; its queue is paused. */
final class ProgramOnScreen implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealWindow.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(ProgramOnScreen.class))
                .getOrComputeIfAbsent(Running.class, none -> Running.begin(), Running.class).window();
    }

    /** What is closed when all tests of the process are over. */
    private record Running(Path home, RealWindow window) implements CloseableResource {

        static Running begin() {
            try {
                Path home = Files.createTempDirectory("partita-display");
                RealWindow window = RealWindow.open(home, 1000, 700, List.of());
                window.press(KeyCode.CONTROL, KeyCode.P);
                return new Running(home, window);
            } catch (Exception failed) {
                throw new IllegalStateException(failed.getMessage(), failed);
            }
        }

        @Override
        public void close() throws Exception {
            window.close();
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new IOException("what the test left in " + home + " cannot be removed", e);
            }
        }
    }
}
