package io.nearstock.gateway;

import java.util.Optional;
import java.util.Set;
import org.springframework.web.server.ServerWebExchange;

/** Whom a request's access token names. A request without a token has no caller; a service decides what it may. */
public record Caller(String id, Set<String> roles) {

    private static final String ATTRIBUTE = Caller.class.getName();

    public boolean isStaff() {
        return roles.contains("staff") || roles.contains("admin");
    }

    /** Services call each other inside; whoever shows such a token here has stolen it. */
    public boolean isService() {
        return roles.contains("service");
    }

    public static Optional<Caller> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(ATTRIBUTE));
    }

    /** Remembers the caller for the filters and controllers that come later. */
    public void arriveAt(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }
}
