package io.nearstock.account.administration;

import io.nearstock.account.Access;
import io.nearstock.account.Account;
import io.nearstock.account.Accounts;
import io.nearstock.account.PasswordHashes;
import io.nearstock.account.PasswordRules;
import io.nearstock.account.Profile;
import io.nearstock.account.administration.OpenAccount.Outcome.EmailTaken;
import io.nearstock.account.administration.OpenAccount.Outcome.Opened;
import io.nearstock.account.administration.OpenAccount.Outcome.PasswordWeak;
import io.nearstock.account.administration.OpenAccount.Outcome.UsernameTaken;
import io.nearstock.chassis.web.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Opens an account for somebody whom staff know; the email counts as verified. */
@Component
final class OpenAccount {

    sealed interface Outcome {

        record Opened(Account account) implements Outcome {}

        record UsernameTaken() implements Outcome {}

        record EmailTaken() implements Outcome {}

        record PasswordWeak(String objection) implements Outcome {}
    }

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final PasswordRules rules;
    private final Clock clock;

    OpenAccount(Accounts accounts, PasswordHashes hashes, PasswordRules rules, Clock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.rules = rules;
        this.clock = clock;
    }

    Outcome as(String username, String email, String password, Access access, Profile profile) {
        var objection = rules.objection(password, username, email);
        if (objection.isPresent()) {
            return new PasswordWeak(objection.get());
        }
        if (accounts.byLogin(username).isPresent()) {
            return new UsernameTaken();
        }
        var hash = hashes.hash(password);
        var opened = Account.open(Ids.next("acc"), username, email, hash, access, profile, clock.instant());
        return switch (accounts.add(opened)) {
            case ADDED -> new Opened(opened.account());
            case USERNAME_TAKEN -> new UsernameTaken();
            case EMAIL_TAKEN -> new EmailTaken();
        };
    }
}
