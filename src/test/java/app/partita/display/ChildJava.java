package app.partita.display;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Another Java beside this one, with the same classes and modules. */
final class ChildJava {

    private ChildJava() {
    }

    /**
     * Starts a main class on a real screen.
     *
     * @param environment what its environment has besides this process's
     * @param options     what its Java has besides this process's
     */
    static Process start(Class<?> main, Map<String, String> environment, List<String> options,
                         List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--")).forEach(command::add);
        command.add("-Dprism.order=sw");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
