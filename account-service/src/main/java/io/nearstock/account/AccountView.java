package io.nearstock.account;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account as its owner sees it. */
public record AccountView(
        String id,
        String username,
        String email,
        boolean emailVerified,
        @Nullable String displayName,
        List<Address> addresses,
        List<String> interests,
        String locale,
        Set<String> roles,
        Set<String> scopes,
        @Nullable String supplierId,
        @Nullable String moverId,
        Instant createdAt) {

    public static AccountView of(Account account) {
        var profile = account.profile();
        var access = account.access();
        return new AccountView(
                account.id(),
                account.username(),
                account.email().address(),
                account.email().isVerified(),
                profile.displayName(),
                profile.addresses(),
                profile.interests(),
                profile.locale(),
                access.roles(),
                access.scopes(),
                access.supplierId(),
                access.moverId(),
                account.createdAt());
    }
}
