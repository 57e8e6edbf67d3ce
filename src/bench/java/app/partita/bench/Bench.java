package app.partita.bench;

import java.lang.reflect.Method;
import java.util.Arrays;

/** Starts the benchmark that the first argument names: by its short name in this package, by its full name elsewhere. */
final class Bench {

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        String name = arguments[0];
        Class<?> benchmark = Class.forName(name.contains(".") ? name : Bench.class.getPackageName() + "." + name);
        Method main = benchmark.getDeclaredMethod("main", String[].class);
        main.setAccessible(true);
        main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
