package io.nearstock.chassis.security;

import org.springframework.security.core.AuthenticationException;

/** The keys have never been reached, so nobody can say whether a token is good. */
final class KeysUnavailableException extends AuthenticationException {

    private static final long serialVersionUID = 1;

    KeysUnavailableException(Throwable cause) {
        super("no keys to judge a token by", cause);
    }
}
