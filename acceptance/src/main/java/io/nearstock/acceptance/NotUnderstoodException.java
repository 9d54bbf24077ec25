package io.nearstock.acceptance;

/** Words at the terminal that mean nothing here; the message says which there are. */
public final class NotUnderstoodException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotUnderstoodException(String message) {
        super(message);
    }
}
