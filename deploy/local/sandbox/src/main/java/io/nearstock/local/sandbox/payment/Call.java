package io.nearstock.local.sandbox.payment;

import org.jspecify.annotations.Nullable;

/**
 * A request that must not act twice.
 *
 * @param key the caller's Idempotency-Key; none when the provider moves by itself
 * @param path what is called; the same key may be used on another path
 * @param body tells whether a repetition asks for the same
 */
record Call(@Nullable String key, String path, String body) {

    static Call of(String key, String path, Object body) {
        return new Call(key, path, body.toString());
    }

    static Call byItself(String path) {
        return new Call(null, path, "");
    }

    @Nullable
    String scopedKey() {
        return key == null ? null : path + " " + key;
    }
}
