package app.partita.architecture;

import app.partita.fault.Fault;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Loads, links and initialises every class of the program but those of the window; fails if JavaFX is there. */
final class ClassLoadingMain {

    private ClassLoadingMain() {
    }

    public static void main(String[] arguments) throws Exception {
        requireNoJavaFx();
        List<String> names = classNames();
        for (String name : names) {
            Class<?> type = Class.forName(name);
            type.getDeclaredMethods();
            type.getDeclaredFields();
            type.getDeclaredConstructors();
        }
        System.out.println(names.size() + " classes loaded");
    }

    static void requireNoJavaFx() {
        if (isThere("javafx.application.Application") || isThere("javafx.beans.value.ObservableValue")) {
            throw new IllegalStateException("JavaFX is on the class path");
        }
    }

    private static List<String> classNames() throws IOException, URISyntaxException {
        Path classes = Path.of(Fault.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes.resolve("app/partita"))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith(".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()).replace(classes.getFileSystem()
                            .getSeparator(), "."))
                    .filter(name -> !name.startsWith("app.partita.ui."))
                    .filter(name -> !name.startsWith("app.partita.Main") && !name.startsWith("app.partita.Wiring")
                            && !name.startsWith("app.partita.WindowWiring"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className);
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
