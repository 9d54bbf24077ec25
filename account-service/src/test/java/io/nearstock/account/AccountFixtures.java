package io.nearstock.account;

import io.nearstock.account.Transition.Progress;
import java.time.Duration;
import java.time.Instant;

public final class AccountFixtures {

    public static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private AccountFixtures() {}

    public static Progress registered() {
        var verification = Proof.asked("vrf_1", NOW, Duration.ofHours(24));
        return Account.register("acc_1", "ada", "Ada@Example.com", "hash", Profile.named("Ada"), verification);
    }

    public static Account verified() {
        return ((Progress) registered().account().verifyEmail("vrf_1", NOW)).account();
    }

    static Account forgetful() {
        return ((Progress) verified().requestPasswordReset("rst_1", Duration.ofHours(1), Duration.ofMinutes(1), NOW))
                .account();
    }

    public static Session session() {
        return Session.start("ses_1", "acc_1", NOW, Duration.ofDays(30));
    }
}
