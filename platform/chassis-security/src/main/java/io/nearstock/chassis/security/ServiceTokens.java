package io.nearstock.chassis.security;

import io.nearstock.chassis.web.UnavailableException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * Proves this service to another (OAuth client credentials). A token is renewed in the background from half its life
 * on, so no caller waits, and it serves to its end while account-service is away.
 */
public final class ServiceTokens {

    private record Token(String value, Instant renewAt, Instant expiresAt) {}

    private static final Logger log = LoggerFactory.getLogger(ServiceTokens.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** A token that is about to expire would be refused where it arrives. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final AccountServer account;
    private final Clock clock;
    private final Executor background;
    private final AtomicBoolean renewing = new AtomicBoolean();
    private volatile @Nullable Token token;
    private volatile Instant tried = Instant.EPOCH;

    ServiceTokens(AccountServer account, Clock clock, Executor background) {
        this.account = account;
        this.clock = clock;
        this.background = background;
    }

    /**
     * An access token of role {@code service} that has not expired.
     *
     * @throws UnavailableException where there is none and none can be had now
     */
    public String current() {
        var now = clock.instant();
        var held = token;
        if (held == null || !now.isBefore(held.expiresAt())) {
            return first(now).value();
        }
        if (!now.isBefore(held.renewAt()) && isRested(now) && renewing.compareAndSet(false, true)) {
            background.execute(this::renew);
        }
        return held.value();
    }

    private synchronized Token first(Instant now) {
        var held = token;
        if (held == null || !now.isBefore(held.expiresAt())) {
            held = isRested(now) ? fetch() : null;
        }
        if (held == null) {
            throw new UnavailableException(PAUSE);
        }
        return held;
    }

    private void renew() {
        try {
            fetch();
        } finally {
            renewing.set(false);
        }
    }

    private @Nullable Token fetch() {
        var now = clock.instant();
        tried = now;
        try {
            var granted = account.token();
            var life = Duration.ofSeconds(granted.expires_in());
            var fresh = new Token(
                    granted.access_token(),
                    now.plus(life.dividedBy(2)),
                    now.plus(life).minus(MARGIN));
            token = fresh;
            return fresh;
        } catch (IOException | JacksonException e) {
            log.warn("account-service gives no service token now: {}", e.getMessage());
            return null;
        }
    }

    private boolean isRested(Instant now) {
        return !now.isBefore(tried.plus(PAUSE));
    }
}
