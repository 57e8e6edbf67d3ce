package app.partita.jobs.host;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Locale;

/**
 * Lets other programs go first. Java's own thread priorities do nothing on Linux.
 *
 * <p>On Linux it holds for the calling thread and for all threads and programs that it starts later, so a job's thread
 * lowers itself before it loads a network; on macOS for the calling thread alone; on Windows for the whole program. It
 * cannot be taken back: a thread that lowered itself should end with its work.
 */
public final class LowPriority {

    /** The niceness of Linux, from 0 for usual to 19 for the very last. */
    private static final int NICE = 10;
    private static final int PRIO_PROCESS = 0;
    private static final int PRIO_DARWIN_THREAD = 3;
    private static final int PRIO_DARWIN_BG = 0x1000;
    private static final int THIS_ONE = 0;
    private static final int BELOW_NORMAL_PRIORITY_CLASS = 0x4000;

    private static final Logger LOG = System.getLogger(LowPriority.class.getName());

    private LowPriority() {
    }

    /** Lowers the calling thread; where that is not possible, logs why. */
    public static boolean lowerThisThread() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        try {
            boolean done = system.contains("win") ? lowerWindows()
                    : system.contains("mac") ? setPriority(PRIO_DARWIN_THREAD, PRIO_DARWIN_BG)
                    : setPriority(PRIO_PROCESS, NICE);
            if (!done) {
                LOG.log(Level.INFO, "the system refused a lower priority");
            }
            return done;
        } catch (Throwable missing) {
            LOG.log(Level.INFO, "there is no lower priority here", missing);
            return false;
        }
    }

    /** On Linux, where a process is a thread to this function, 0 is the calling thread. */
    private static boolean setPriority(int which, int priority) throws Throwable {
        MethodHandle set = Native.standard("setpriority", FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        return (int) set.invokeExact(which, THIS_ONE, priority) == 0;
    }

    private static boolean lowerWindows() throws Throwable {
        MethodHandle current = Native.of("kernel32", "GetCurrentProcess",
                FunctionDescriptor.of(ValueLayout.ADDRESS));
        MethodHandle set = Native.of("kernel32", "SetPriorityClass", FunctionDescriptor.of(ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        return (int) set.invokeExact((MemorySegment) current.invokeExact(), BELOW_NORMAL_PRIORITY_CLASS) != 0;
    }
}
