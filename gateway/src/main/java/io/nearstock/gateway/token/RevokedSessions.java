package io.nearstock.gateway.token;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sessions that ended before their tokens expire. Small: a revocation is forgotten when no such token can live. */
@Component
final class RevokedSessions {

    private final Map<String, Instant> sessions = new ConcurrentHashMap<>();
    private final Map<String, Instant> accounts = new ConcurrentHashMap<>();
    private final TokenSettings settings;
    private final Clock clock;

    RevokedSessions(TokenSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A revocation without a session ends all that the account had at that time. */
    void add(String accountId, @Nullable String sessionId, Instant at) {
        if (sessionId == null) {
            accounts.merge(accountId, at, (known, added) -> known.isAfter(added) ? known : added);
        } else {
            sessions.put(sessionId, at);
        }
        var old = clock.instant().minus(settings.lifetime().multipliedBy(2));
        sessions.values().removeIf(old::isAfter);
        accounts.values().removeIf(old::isAfter);
    }

    boolean has(AccessToken token) {
        if (token.sessionId() != null && sessions.containsKey(token.sessionId())) {
            return true;
        }
        var all = accounts.get(token.caller().id());
        return all != null && isFrom(token, all);
    }

    /** A token tells its time in whole seconds, so one of the very second counts as newer: it may be the new sign-in. */
    private static boolean isFrom(AccessToken token, Instant revokedAt) {
        return token.issuedAt().isBefore(revokedAt.truncatedTo(ChronoUnit.SECONDS));
    }
}
