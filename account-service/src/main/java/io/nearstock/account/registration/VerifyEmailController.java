package io.nearstock.account.registration;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.account.Accounts;
import io.nearstock.account.Proof;
import io.nearstock.account.Seals;
import io.nearstock.account.Transition;
import io.nearstock.account.Transition.Contradiction;
import io.nearstock.account.Transition.Progress;
import io.nearstock.account.Transition.Repetition;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes the answer to a verification mail. */
@RestController
final class VerifyEmailController {

    record Answer(@NotBlank @Size(max = 200) String token) {}

    private final Accounts accounts;
    private final Seals seals;
    private final RegistrationSettings settings;
    private final Clock clock;

    VerifyEmailController(Accounts accounts, Seals seals, RegistrationSettings settings, Clock clock) {
        this.accounts = accounts;
        this.seals = seals;
        this.settings = settings;
        this.clock = clock;
    }

    /** A forged token, an old one and an email that became somebody else's meanwhile are refused in the same words. */
    @PostMapping("/api/accounts/verify")
    @Answers({"204", "422 invalid_verification"})
    ResponseEntity<?> verify(@Valid @RequestBody Answer answer) {
        return switch (verified(answer.token())) {
            case Progress _, Repetition _ -> ResponseEntity.noContent().build();
            case Contradiction _ ->
                refused(UNPROCESSABLE_CONTENT, "invalid_verification", "This link does not work, or no longer.");
        };
    }

    /** Another mail for an account whose first one was lost; whether one goes out is not told. */
    @PostMapping("/api/accounts/me/verification")
    @Answers({"202", "404 not_found"})
    ResponseEntity<?> askAgain(Caller caller) {
        var question = Proof.asked(Ids.next("vrf"), clock.instant(), settings.verificationLife());
        var _ = accounts.change(
                caller.id(), account -> account.requestVerification(question, settings.verificationPause()));
        return ResponseEntity.accepted().body(Map.of("status", "accepted"));
    }

    private Transition verified(String token) {
        return seals.open("verification", token)
                .flatMap(proof -> accounts.byVerification(proof)
                        .map(account ->
                                accounts.change(account.id(), current -> current.verifyEmail(proof, clock.instant()))))
                .orElseGet(() -> new Contradiction("not a token of ours"));
    }
}
