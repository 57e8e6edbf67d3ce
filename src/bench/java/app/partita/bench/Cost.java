package app.partita.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What one run took.
 *
 * @param processorSeconds of all threads of this Java: tells a run that had to wait for other programs from a slow one,
 *                         and how much a contestant's threads spin while they wait for each other
 */
record Cost(double seconds, double processorSeconds) {

    private static final double NANOS = 1e9;

    static Cost of(Contestant contestant) throws Exception {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long start = System.nanoTime();
        contestant.separate();
        return new Cost((System.nanoTime() - start) / NANOS, (system.getProcessCpuTime() - processor) / NANOS);
    }

    /** The median of each figure on its own. */
    static Cost median(Cost... costs) {
        return new Cost(median(costs, Cost::seconds), median(costs, Cost::processorSeconds));
    }

    private static double median(Cost[] costs, ToDoubleFunction<Cost> figure) {
        double[] sorted = Arrays.stream(costs).mapToDouble(figure).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2fs (processor %.2fs)", seconds, processorSeconds);
    }
}
