package io.nearstock.chassis.web;

import org.springframework.http.HttpStatus;

/** A request that cannot be read or means nothing: thrown while it is parsed, answered as a problem with this code. */
public final class UnmetRequestException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String code;
    private final String pointer;
    private final String detail;

    /**
     * @param status a 4xx
     * @param pointer a JSON pointer into the body, or the name of the parameter or header at fault
     * @param detail shown to the client
     */
    public UnmetRequestException(HttpStatus status, String code, String pointer, String detail) {
        super(code + " at " + pointer);
        this.status = status;
        this.code = code;
        this.pointer = pointer;
        this.detail = detail;
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }

    public String pointer() {
        return pointer;
    }

    public String detail() {
        return detail;
    }
}
