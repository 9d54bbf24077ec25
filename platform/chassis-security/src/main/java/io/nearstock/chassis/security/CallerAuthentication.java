package io.nearstock.chassis.security;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

/** A caller whose token has been verified; its name is the caller's id. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;

    private CallerAuthentication(Caller caller) {
        super(List.of());
        this.caller = caller;
        setAuthenticated(true);
    }

    static CallerAuthentication of(Jwt token) {
        return new CallerAuthentication(Caller.of(token));
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getName() {
        return caller.id();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}
