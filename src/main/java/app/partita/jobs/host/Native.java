package app.partita.jobs.host;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** Functions of the system's own libraries. */
final class Native {

    private Native() {
    }

    /** A function of the C library. */
    static MethodHandle standard(String name, FunctionDescriptor shape) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), shape);
    }

    /** A function of a library that is found by its name. */
    static MethodHandle of(String library, String name, FunctionDescriptor shape) {
        return Linker.nativeLinker().downcallHandle(
                SymbolLookup.libraryLookup(library, Arena.global()).findOrThrow(name), shape);
    }
}
