package io.nearstock.account.administration;

import io.nearstock.account.Access;
import io.nearstock.account.Account;
import io.nearstock.account.Accounts;
import io.nearstock.account.PasswordHashes;
import io.nearstock.account.Profile;
import io.nearstock.chassis.web.Ids;
import java.time.Clock;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Makes the user {@code admin} once; later starts leave whatever became of it alone. */
@Component
final class FirstAdministrator implements ApplicationRunner {

    private static final String USERNAME = "admin";

    private final Accounts accounts;
    private final PasswordHashes hashes;
    private final BootstrapSettings settings;
    private final Clock clock;

    FirstAdministrator(Accounts accounts, PasswordHashes hashes, BootstrapSettings settings, Clock clock) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.adminPassword().isEmpty() || accounts.byLogin(USERNAME).isPresent()) {
            return;
        }
        var hash = hashes.hash(settings.adminPassword());
        var profile = Profile.named("Administrator");
        var _ = accounts.add(Account.open(
                Ids.next("acc"), USERNAME, "admin@nearstock.invalid", hash, Access.ADMIN, profile, clock.instant()));
    }
}
