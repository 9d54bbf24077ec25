package io.nearstock.account.session;

import io.nearstock.account.Accounts;
import io.nearstock.account.Session.Refreshed.Over;
import io.nearstock.account.Session.Refreshed.Repeated;
import io.nearstock.account.Session.Refreshed.Reused;
import io.nearstock.account.Session.Refreshed.Rotated;
import io.nearstock.account.Sessions;
import io.nearstock.account.session.Tokens.Granted;
import io.nearstock.account.session.Tokens.Ticket;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Exchanges a refresh token for the next one. Of two who present the same, at most one is the owner: both lose. */
@Component
final class RefreshSession {

    private static final int TRIES = 3;

    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final SessionSettings settings;
    private final Clock clock;

    RefreshSession(Accounts accounts, Sessions sessions, Tokens tokens, SessionSettings settings, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Empty where the token is no good, for whatever reason. */
    Optional<Granted> by(String refreshToken) {
        return tokens.read(refreshToken).flatMap(this::exchange);
    }

    private Optional<Granted> exchange(Ticket ticket) {
        for (int i = 0; i < TRIES; i++) {
            var now = clock.instant();
            var session = sessions.find(ticket.session()).orElse(null);
            var account =
                    session == null ? null : accounts.find(session.accountId()).orElse(null);
            if (session == null || account == null || account.hasEnded(session)) {
                return Optional.empty();
            }
            switch (session.refresh(ticket.generation(), settings.grace(), now)) {
                case Rotated(var next) -> {
                    if (sessions.rotate(session, next, now)) {
                        return Optional.of(tokens.grant(account, session, next, now));
                    }
                }
                case Repeated(var generation) -> {
                    return Optional.of(tokens.grant(account, session, generation, now));
                }
                case Reused _ -> {
                    sessions.end(session.id(), session.accountId(), now);
                    return Optional.empty();
                }
                case Over _ -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }
}
