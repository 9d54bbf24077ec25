package io.nearstock.account.registration;

import io.nearstock.account.Account;
import io.nearstock.account.Accounts;
import io.nearstock.account.PasswordHashes;
import io.nearstock.account.PasswordRules;
import io.nearstock.account.Profile;
import io.nearstock.account.Proof;
import io.nearstock.account.registration.RegisterAccount.Outcome.Accepted;
import io.nearstock.account.registration.RegisterAccount.Outcome.PasswordWeak;
import io.nearstock.account.registration.RegisterAccount.Outcome.UsernameTaken;
import io.nearstock.chassis.web.Ids;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signs a customer up. Whether the email is known to another account plays no part, so nobody can learn it here. */
@Component
final class RegisterAccount {

    sealed interface Outcome {

        record Accepted() implements Outcome {}

        record UsernameTaken() implements Outcome {}

        record PasswordWeak(String objection) implements Outcome {}
    }

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final PasswordRules rules;
    private final RegistrationSettings settings;
    private final Clock clock;

    RegisterAccount(
            Accounts accounts, PasswordHashes hashes, PasswordRules rules, RegistrationSettings settings, Clock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whoever asks again for an account of the same id has it, if it was opened before the answer was lost. */
    Outcome as(String id, String username, String email, String password, @Nullable String displayName) {
        var objection = rules.objection(password, username, email);
        if (objection.isPresent()) {
            return new PasswordWeak(objection.get());
        }
        var known = accounts.byLogin(username);
        if (known.isPresent()) {
            return known.get().id().equals(id) ? new Accepted() : new UsernameTaken();
        }
        var hash = hashes.hash(password);
        var verification = Proof.asked(Ids.next("vrf"), clock.instant(), settings.verificationLife());
        var registered = Account.register(id, username, email, hash, Profile.named(displayName), verification);
        return switch (accounts.add(registered)) {
            case ADDED -> new Accepted();
            case USERNAME_TAKEN, EMAIL_TAKEN -> new UsernameTaken();
        };
    }
}
