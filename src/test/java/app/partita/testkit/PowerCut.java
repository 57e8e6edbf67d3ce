package app.partita.testkit;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/**
 * Takes the power from a mounted ext4 or XFS: from then on nothing reaches the disk, not even what the file system's
 * journal holds in memory; what it had not written yet is lost.
 */
final class PowerCut {

    /** {@code EXT4_IOC_SHUTDOWN}, which XFS calls {@code XFS_IOC_GOINGDOWN}. */
    private static final long SHUTDOWN = 0x8004587DL;
    private static final int WITHOUT_FLUSHING_THE_LOG = 2;
    private static final int O_RDONLY = 0;

    private PowerCut() {
    }

    static void of(Path mount) {
        Linker linker = Linker.nativeLinker();
        MethodHandle open = linker.downcallHandle(linker.defaultLookup().findOrThrow("open"), FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT), Linker.Option.firstVariadicArg(2));
        MethodHandle ioctl = linker.downcallHandle(linker.defaultLookup().findOrThrow("ioctl"), FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.ADDRESS),
                Linker.Option.firstVariadicArg(2));
        MethodHandle close = linker.downcallHandle(linker.defaultLookup().findOrThrow("close"), FunctionDescriptor.of(
                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int descriptor = (int) open.invokeExact(arena.allocateFrom(mount.toString()), O_RDONLY);
            MemorySegment how = arena.allocateFrom(ValueLayout.JAVA_INT, WITHOUT_FLUSHING_THE_LOG);
            int result = (int) ioctl.invokeExact(descriptor, SHUTDOWN, how);
            int closed = (int) close.invokeExact(descriptor);
            if (descriptor < 0 || result != 0 || closed != 0) {
                throw new IllegalStateException("the power of " + mount + " cannot be cut");
            }
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
