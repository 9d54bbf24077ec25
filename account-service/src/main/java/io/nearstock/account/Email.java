package io.nearstock.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account's email address.
 *
 * @param address as it was given
 * @param verified the address in lower case, once it is known to be the account's; unique among all accounts, whereas
 *     an unverified address may be claimed by many
 */
public record Email(String address, @Nullable String verified) {

    public static Email claimed(String address) {
        return new Email(address, null);
    }

    public static Email known(String address) {
        return new Email(address, key(address));
    }

    public static String key(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    public boolean isVerified() {
        return verified != null;
    }
}
