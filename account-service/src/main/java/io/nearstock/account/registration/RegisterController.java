package io.nearstock.account.registration;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.account.registration.RegisterAccount.Outcome.Accepted;
import io.nearstock.account.registration.RegisterAccount.Outcome.PasswordWeak;
import io.nearstock.account.registration.RegisterAccount.Outcome.UsernameTaken;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Idempotent;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.ResourceId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class RegisterController {

    record Registration(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{2,39}")
            String username,

            @NotBlank @Email @Size(max = 254) String email,
            @NotNull @Size(max = 1000) String password,
            @Nullable @Size(min = 1, max = 80) String displayName) {}

    private final RegisterAccount registerAccount;

    RegisterController(RegisterAccount registerAccount) {
        this.registerAccount = registerAccount;
    }

    /** Answers everybody alike; a username is public and may be taken, an email is nobody's business. */
    @PostMapping("/api/accounts")
    @Idempotent(prefix = "acc", optional = true)
    @Answers({"202", "409 username_taken", "422 weak_password"})
    ResponseEntity<?> register(@Valid @RequestBody Registration registration, ResourceId id) {
        var outcome = registerAccount.as(
                id.value(),
                registration.username(),
                registration.email(),
                registration.password(),
                registration.displayName());
        return switch (outcome) {
            case Accepted() -> ResponseEntity.accepted().body(Map.of("status", "accepted"));
            case UsernameTaken() -> refused(CONFLICT, "username_taken", "Somebody else has this username.");
            case PasswordWeak(var objection) ->
                refused(
                        UNPROCESSABLE_CONTENT,
                        "weak_password",
                        objection,
                        List.of(new FieldError("/password", "weak_password", objection)));
        };
    }
}
