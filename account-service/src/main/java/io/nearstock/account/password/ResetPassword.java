package io.nearstock.account.password;

import io.nearstock.account.Accounts;
import io.nearstock.account.PasswordHashes;
import io.nearstock.account.PasswordRules;
import io.nearstock.account.Seals;
import io.nearstock.account.Transition.Contradiction;
import io.nearstock.account.Transition.Progress;
import io.nearstock.account.Transition.Repetition;
import io.nearstock.account.password.PasswordOutcome.Changed;
import io.nearstock.account.password.PasswordOutcome.PasswordWeak;
import io.nearstock.account.password.PasswordOutcome.Refused;
import io.nearstock.chassis.web.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Lets whoever reads an account's verified mail set a new password. */
@Component
final class ResetPassword {

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final PasswordRules rules;
    private final Seals seals;
    private final PasswordSettings settings;
    private final Clock clock;

    ResetPassword(
            Accounts accounts,
            PasswordHashes hashes,
            PasswordRules rules,
            Seals seals,
            PasswordSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.rules = rules;
        this.seals = seals;
        this.settings = settings;
        this.clock = clock;
    }

    /** Does nothing, without a word, where the address is nobody's. */
    void request(String email) {
        accounts.byVerifiedEmail(email).ifPresent(account -> {
            var _ = accounts.change(
                    account.id(),
                    current -> current.requestPasswordReset(
                            Ids.next("rst"), settings.resetLife(), settings.resetPause(), clock.instant()));
        });
    }

    PasswordOutcome confirm(String token, String password) {
        var proof = seals.open("password-reset", token).orElse("");
        var account = accounts.byPasswordReset(proof).orElse(null);
        if (account == null) {
            return new Refused();
        }
        var objection =
                rules.objection(password, account.username(), account.email().address());
        if (objection.isPresent()) {
            return new PasswordWeak(objection.get());
        }
        var hash = hashes.hash(password);
        return switch (accounts.change(account.id(), current -> current.resetPassword(proof, hash, clock.instant()))) {
            case Progress _, Repetition _ -> new Changed();
            case Contradiction _ -> new Refused();
        };
    }
}
