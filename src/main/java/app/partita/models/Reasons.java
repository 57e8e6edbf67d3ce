package app.partita.models;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in a few words why something failed. */
final class Reasons {

    private Reasons() {
    }

    static String of(IOException e) {
        return switch (e) {
            case HttpTimeoutException ignored -> "no answer in time";
            case UnknownHostException ignored -> "its name cannot be resolved";
            // How the JDK's client reports a name that it could not resolve.
            case ConnectException c when hasCause(c, UnresolvedAddressException.class) -> "its name cannot be resolved";
            case ConnectException ignored -> "no connection";
            case AccessDeniedException ignored -> "no permission";
            case NoSuchFileException ignored -> "there is no such file";
            case FileSystemException f when f.getReason() != null -> f.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
