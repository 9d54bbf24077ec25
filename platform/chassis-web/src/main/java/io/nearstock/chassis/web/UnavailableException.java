package io.nearstock.chassis.web;

import java.time.Duration;

/** Something that the answer needs is away for a while: 503 with {@code Retry-After}, and nothing was changed. */
public final class UnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    public UnavailableException(Duration retryAfter) {
        super("unavailable, retry after " + retryAfter);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
