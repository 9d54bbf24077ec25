package io.nearstock.account;

import java.time.Duration;
import java.time.Instant;

/**
 * A question sent to an account's email address; who answers it reads that mail. The answer is a seal of the id and is
 * kept nowhere.
 */
public record Proof(String id, Instant askedAt, Instant expiresAt, boolean used) {

    public static Proof asked(String id, Instant now, Duration life) {
        return new Proof(id, now, now.plus(life), false);
    }

    public boolean isOpen(Instant now) {
        return !used && now.isBefore(expiresAt);
    }

    Proof spent() {
        return new Proof(id, askedAt, expiresAt, true);
    }
}
