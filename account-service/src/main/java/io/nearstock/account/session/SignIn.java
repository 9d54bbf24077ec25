package io.nearstock.account.session;

import io.nearstock.account.Account;
import io.nearstock.account.Accounts;
import io.nearstock.account.PasswordHashes;
import io.nearstock.account.Session;
import io.nearstock.account.Sessions;
import io.nearstock.account.Throttle;
import io.nearstock.account.session.SignIn.Outcome.SignedIn;
import io.nearstock.account.session.SignIn.Outcome.TooManyTries;
import io.nearstock.account.session.SignIn.Outcome.WrongCredentials;
import io.nearstock.chassis.web.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Opens a session for who knows the password. An unknown login costs the same time and gets the same answer. */
@Component
final class SignIn {

    sealed interface Outcome {

        record SignedIn(Tokens.Granted tokens) implements Outcome {}

        record WrongCredentials() implements Outcome {}

        record TooManyTries(Duration delay) implements Outcome {}
    }

    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordHashes hashes;
    private final Throttle throttle;
    private final Tokens tokens;
    private final SessionSettings settings;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            PasswordHashes hashes,
            Throttle throttle,
            Tokens tokens,
            SessionSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.hashes = hashes;
        this.throttle = throttle;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** The throttle is asked while it is this request's turn, so that parallel guesses cannot overtake it. */
    Outcome as(String login, String password, String client) {
        return hashes.inTurn(() -> {
            var now = clock.instant();
            var tries = throttle.tries(login, client);
            var delay = throttle.delay(tries, now);
            return delay.isPositive() ? new TooManyTries(delay) : attempt(tries, login, password, now);
        });
    }

    private Outcome attempt(Throttle.Tries tries, String login, String password, Instant now) {
        var account = accounts.byLogin(login).orElse(null);
        var matches = hashes.matches(password, account == null ? null : account.passwordHash());
        if (account == null || !matches) {
            throttle.count(tries, now);
            return new WrongCredentials();
        }
        throttle.trust(tries, now);
        return new SignedIn(open(account, now));
    }

    private Tokens.Granted open(Account account, Instant now) {
        var session = Session.start(Ids.next("ses"), account.id(), now, settings.life());
        sessions.add(session);
        return tokens.grant(account, session, session.generation(), now);
    }
}
