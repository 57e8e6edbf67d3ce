package app.partita.jobs.host;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.CountDownLatch;

/** Keeps Windows awake. The wish belongs to the thread that utters it, so each hold has a thread of its own. */
final class WindowsWakefulness implements Wakefulness {

    private static final Logger LOG = System.getLogger(WindowsWakefulness.class.getName());
    private static final int SYSTEM_REQUIRED = 0x0000_0001;
    private static final int CONTINUOUS = 0x8000_0000;

    @Override
    public Hold hold() {
        CountDownLatch released = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("keep-awake").start(() -> stayAwakeUntil(released));
        return released::countDown;
    }

    private static void stayAwakeUntil(CountDownLatch released) {
        try {
            MethodHandle set = Native.of("kernel32", "SetThreadExecutionState",
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int before = (int) set.invokeExact(CONTINUOUS | SYSTEM_REQUIRED);
            if (before == 0) {
                LOG.log(Level.INFO, "the computer may fall asleep: Windows refused");
            }
            released.await();
            int during = (int) set.invokeExact(CONTINUOUS);
            LOG.log(Level.DEBUG, "the computer may fall asleep again ({0})", during);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Throwable missing) {
            LOG.log(Level.INFO, "the computer may fall asleep", missing);
        }
    }
}
