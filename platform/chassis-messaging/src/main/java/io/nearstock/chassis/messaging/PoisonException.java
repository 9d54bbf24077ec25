package io.nearstock.chassis.messaging;

/** An event that no repetition can make good: unparseable or impossible. It goes to the dead letters at once. */
public final class PoisonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PoisonException(String message) {
        super(message);
    }

    public PoisonException(String message, Throwable cause) {
        super(message, cause);
    }
}
