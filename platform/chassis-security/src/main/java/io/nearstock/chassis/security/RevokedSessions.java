package io.nearstock.chassis.security;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.nearstock.chassis.messaging.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Sessions that ended before their access tokens did. An entry is kept until no token of the session can be valid. */
final class RevokedSessions {

    private record SessionRevoked(
            String accountId, @Nullable String sessionId, Instant at) {}

    private final Duration memory;
    private final Clock clock;
    private final Cache<String, Boolean> sessions;
    private final Cache<String, Instant> accounts;

    RevokedSessions(SecuritySettings settings, Clock clock) {
        this.memory = settings.tokenLife().plus(settings.clockSkew().multipliedBy(2));
        this.clock = clock;
        this.sessions = Caffeine.newBuilder().expireAfterWrite(memory).build();
        this.accounts = Caffeine.newBuilder().expireAfterWrite(memory).build();
    }

    void hear(Event event) {
        var revoked = event.as(SessionRevoked.class);
        if (clock.instant().isAfter(revoked.at().plus(memory))) {
            return;
        }
        if (revoked.sessionId() == null) {
            accounts.asMap().merge(revoked.accountId(), revoked.at(), (a, b) -> a.isAfter(b) ? a : b);
        } else {
            sessions.put(revoked.sessionId(), true);
        }
    }

    /** A token tells only the second of its issue; account-service never issues one in the second of a revocation. */
    boolean contain(Jwt token) {
        var session = token.getClaimAsString("sid");
        if (session != null && sessions.getIfPresent(session) != null) {
            return true;
        }
        var endedAt = accounts.getIfPresent(requireNonNull(token.getSubject()));
        var issuedAt = token.getIssuedAt();
        return endedAt != null && (issuedAt == null || !issuedAt.isAfter(endedAt));
    }
}
