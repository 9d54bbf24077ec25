package io.nearstock.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an account may do; the claims of its tokens.
 *
 * @param scopes what staff may touch
 */
public record Access(
        Set<String> roles,
        Set<String> scopes,
        @Nullable String supplierId,
        @Nullable String moverId) {

    public static final Access CUSTOMER = new Access(Set.of("customer"), Set.of(), null, null);
    public static final Access ADMIN = new Access(Set.of("admin"), Set.of(), null, null);
}
