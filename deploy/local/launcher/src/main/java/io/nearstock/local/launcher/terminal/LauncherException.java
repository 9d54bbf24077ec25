package io.nearstock.local.launcher.terminal;

/** Ends the command; its message is for the person at the terminal. */
public final class LauncherException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LauncherException(String message) {
        super(message);
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
    }
}
