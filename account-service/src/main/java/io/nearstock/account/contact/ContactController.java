package io.nearstock.account.contact;

import io.nearstock.account.Account;
import io.nearstock.account.Accounts;
import io.nearstock.account.Address;
import io.nearstock.account.Proof;
import io.nearstock.account.Seals;
import io.nearstock.chassis.web.UnknownIdException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Answers other services, who hold no personal data of their own. */
@RestController
final class ContactController {

    record Contact(String accountId, String email, @Nullable String displayName, String locale, boolean verified) {}

    /** What to put into a mail that asks its reader for a proof. */
    record Question(String email, @Nullable String displayName, String locale, String token, Instant expiresAt) {}

    private final Accounts accounts;
    private final Seals seals;
    private final Clock clock;

    ContactController(Accounts accounts, Seals seals, Clock clock) {
        this.accounts = accounts;
        this.seals = seals;
        this.clock = clock;
    }

    @GetMapping("/internal/accounts/{id}/contact")
    Contact contact(@PathVariable("id") String id) {
        var account = accounts.get(id);
        var profile = account.profile();
        return new Contact(
                id,
                account.email().address(),
                profile.displayName(),
                profile.locale(),
                account.email().isVerified());
    }

    @GetMapping("/internal/accounts/{id}/addresses/{label}")
    Address address(@PathVariable("id") String id, @PathVariable("label") String label) {
        return accounts.get(id).profile().address(label).orElseThrow(() -> new UnknownIdException(label));
    }

    @GetMapping("/internal/accounts/{id}/verifications/{requestId}")
    Question verification(@PathVariable("id") String id, @PathVariable("requestId") String requestId) {
        var account = accounts.get(id);
        return question(account, account.verification(), requestId, "verification");
    }

    @GetMapping("/internal/accounts/{id}/password-resets/{requestId}")
    Question passwordReset(@PathVariable("id") String id, @PathVariable("requestId") String requestId) {
        var account = accounts.get(id);
        return question(account, account.passwordReset(), requestId, "password-reset");
    }

    /** A question that is answered, replaced or too old needs no mail. */
    private Question question(Account account, @Nullable Proof proof, String requestId, String purpose) {
        var open = Optional.ofNullable(proof)
                .filter(asked -> asked.id().equals(requestId) && asked.isOpen(clock.instant()))
                .orElseThrow(() -> new UnknownIdException(requestId));
        var profile = account.profile();
        return new Question(
                account.email().address(),
                profile.displayName(),
                profile.locale(),
                seals.seal(purpose, open.id()),
                open.expiresAt());
    }
}
