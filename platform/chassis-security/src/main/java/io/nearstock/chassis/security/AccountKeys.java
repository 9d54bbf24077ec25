package io.nearstock.chassis.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public keys of account-service. Fetched again when they are old and when a token names one that is not known, but
 * not more often than the pause allows; while account-service is away, the last known ones stay good.
 */
final class AccountKeys implements JWKSource<SecurityContext> {

    /** Where the key set comes from. */
    @FunctionalInterface
    interface Origin {

        JWKSet fetch() throws IOException, ParseException;
    }

    private static final Logger log = LoggerFactory.getLogger(AccountKeys.class);

    private final Origin origin;
    private final Duration life;
    private final Duration pause;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile @Nullable JWKSet known;
    private volatile Instant fetched = Instant.MIN;
    private volatile Instant tried = Instant.MIN;

    AccountKeys(Origin origin, Duration life, Duration pause, Clock clock) {
        this.origin = origin;
        this.life = life;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws KeySourceException {
        if (known == null || isPast(fetched, life)) {
            refresh();
        }
        var found = select(selector);
        if (found.isEmpty()) {
            refresh();
            found = select(selector);
        }
        return found;
    }

    private List<JWK> select(JWKSelector selector) throws KeySourceException {
        var keys = known;
        if (keys == null) {
            throw new KeySourceException("account-service has not been reached yet");
        }
        return selector.select(keys);
    }

    /** One thread fetches; who comes meanwhile waits only where there is nothing yet to go on with. */
    private void refresh() {
        if (known != null && fetching.isLocked()) {
            return;
        }
        fetching.lock();
        try {
            if (isPast(tried, pause)) {
                tried = clock.instant();
                known = origin.fetch();
                fetched = tried;
            }
        } catch (IOException | ParseException e) {
            log.warn(
                    "the keys of account-service cannot be had now: {}",
                    e.getClass().getSimpleName());
        } finally {
            fetching.unlock();
        }
    }

    private boolean isPast(Instant time, Duration by) {
        return time.equals(Instant.MIN) || !clock.instant().isBefore(time.plus(by));
    }
}
