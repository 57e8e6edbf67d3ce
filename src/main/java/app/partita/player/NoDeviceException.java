package app.partita.player;

/** There is nothing to play through, or no longer. */
public final class NoDeviceException extends Exception {

    private static final long serialVersionUID = 1L;

    public NoDeviceException(String message) {
        super(message);
    }

    public NoDeviceException(String message, Throwable cause) {
        super(message, cause);
    }
}
