package io.nearstock.chassis.security;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who sent the request, as the verified access token says; a controller takes it as a parameter.
 *
 * @param id the account, or the client where a service or partner calls
 * @param scopes what a member of staff may touch
 * @param sessionId the session that a revocation would name; clients have none
 * @param supplierId whose goods and purchase orders a supplier's user sees
 * @param moverId whose shipments a mover's user sees
 */
public record Caller(
        String id,
        Set<String> roles,
        Set<String> scopes,
        @Nullable String sessionId,
        @Nullable String supplierId,
        @Nullable String moverId) {

    static Caller of(Jwt token) {
        var roles = token.getClaimAsStringList("roles");
        var scope = token.getClaimAsString("scope");
        return new Caller(
                requireNonNull(token.getSubject()),
                Set.copyOf(roles == null ? List.of() : roles),
                Set.of(
                        scope == null || scope.isBlank()
                                ? new String[0]
                                : scope.trim().split(" +")),
                token.getClaimAsString("sid"),
                token.getClaimAsString("supplierId"),
                token.getClaimAsString("moverId"));
    }

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Staff with this scope, or an administrator. */
    public boolean isStaffFor(String scope) {
        return is("admin") || (is("staff") && scopes.contains(scope));
    }
}
