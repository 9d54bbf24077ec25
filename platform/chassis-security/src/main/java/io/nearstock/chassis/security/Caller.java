package io.nearstock.chassis.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Staff with this scope, or an administrator. */
    public boolean isStaffFor(String scope) {
        return is("admin") || (is("staff") && scopes.contains(scope));
    }
}
