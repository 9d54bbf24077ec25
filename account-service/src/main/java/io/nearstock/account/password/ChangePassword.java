package io.nearstock.account.password;

import io.nearstock.account.Account;
import io.nearstock.account.Accounts;
import io.nearstock.account.PasswordHashes;
import io.nearstock.account.PasswordRules;
import io.nearstock.account.Sessions;
import io.nearstock.account.Throttle;
import io.nearstock.account.password.PasswordOutcome.Changed;
import io.nearstock.account.password.PasswordOutcome.PasswordWeak;
import io.nearstock.account.password.PasswordOutcome.Refused;
import io.nearstock.account.password.PasswordOutcome.TooManyTries;
import io.nearstock.chassis.security.Caller;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets who knows the old password set a new one; all other sessions of the account end. */
@Component
final class ChangePassword {

    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordHashes hashes;
    private final PasswordRules rules;
    private final Throttle throttle;
    private final Clock clock;

    ChangePassword(
            Accounts accounts,
            Sessions sessions,
            PasswordHashes hashes,
            PasswordRules rules,
            Throttle throttle,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.hashes = hashes;
        this.rules = rules;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Who found a device unlocked may guess no faster here than at the front door. */
    PasswordOutcome of(Caller caller, String oldPassword, String password, String client) {
        var account = accounts.get(caller.id());
        var tries = throttle.tries(account.username(), client);
        return hashes.inTurn(() -> refusal(account, oldPassword, tries))
                .orElseGet(() -> changed(account, caller, password));
    }

    private Optional<PasswordOutcome> refusal(Account account, String oldPassword, Throttle.Tries tries) {
        var now = clock.instant();
        var delay = throttle.delay(tries, now);
        if (delay.isPositive()) {
            return Optional.of(new TooManyTries(delay));
        }
        if (!hashes.matches(oldPassword, account.passwordHash())) {
            throttle.count(tries, now);
            return Optional.of(new Refused());
        }
        return Optional.empty();
    }

    private PasswordOutcome changed(Account account, Caller caller, String password) {
        var objection =
                rules.objection(password, account.username(), account.email().address());
        if (objection.isPresent()) {
            return new PasswordWeak(objection.get());
        }
        var hash = hashes.hash(password);
        var others = sessions.others(account.id(), caller.sessionId());
        var _ = accounts.change(
                account.id(), current -> current.changePassword(hash, caller.sessionId(), others, clock.instant()));
        return new Changed();
    }
}
