package io.nearstock.chassis.security;

/** Proves this service to another. A test may bring its own. */
@FunctionalInterface
public interface ServiceTokens {

    /**
     * An access token of role {@code service} that has not expired.
     *
     * @throws io.nearstock.chassis.web.UnavailableException where there is none and none can be had now
     */
    String current();
}
