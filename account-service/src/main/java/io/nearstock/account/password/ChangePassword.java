package io.nearstock.account.password;

import io.nearstock.account.Accounts;
import io.nearstock.account.PasswordHashes;
import io.nearstock.account.PasswordRules;
import io.nearstock.account.Sessions;
import io.nearstock.account.password.PasswordOutcome.Changed;
import io.nearstock.account.password.PasswordOutcome.PasswordWeak;
import io.nearstock.account.password.PasswordOutcome.Refused;
import io.nearstock.chassis.security.Caller;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Lets who knows the old password set a new one; all other sessions of the account end. */
@Component
final class ChangePassword {

    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordHashes hashes;
    private final PasswordRules rules;
    private final Clock clock;

    ChangePassword(Accounts accounts, Sessions sessions, PasswordHashes hashes, PasswordRules rules, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.hashes = hashes;
        this.rules = rules;
        this.clock = clock;
    }

    PasswordOutcome of(Caller caller, String oldPassword, String password) {
        var account = accounts.get(caller.id());
        if (!hashes.inTurn(() -> hashes.matches(oldPassword, account.passwordHash()))) {
            return new Refused();
        }
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
