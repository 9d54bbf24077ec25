package io.nearstock.account.password;

import static io.nearstock.chassis.web.Problems.refused;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.account.TooManyAttempts;
import io.nearstock.account.password.PasswordOutcome.Changed;
import io.nearstock.account.password.PasswordOutcome.PasswordWeak;
import io.nearstock.account.password.PasswordOutcome.Refused;
import io.nearstock.account.password.PasswordOutcome.TooManyTries;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import io.nearstock.chassis.web.Problems.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class PasswordController {

    record ResetRequest(@NotBlank @Email @Size(max = 254) String email) {}

    record ResetAnswer(
            @NotBlank @Size(max = 200) String token,
            @NotNull @Size(max = 1000) String password) {}

    record Change(
            @NotNull @Size(max = 1000) String currentPassword,
            @NotNull @Size(max = 1000) String password) {}

    private final ResetPassword resetPassword;
    private final ChangePassword changePassword;
    private final AsyncTaskExecutor background;

    PasswordController(ResetPassword resetPassword, ChangePassword changePassword, AsyncTaskExecutor background) {
        this.resetPassword = resetPassword;
        this.changePassword = changePassword;
        this.background = background;
    }

    /** Answers before anything is looked up, so that neither words nor time tell whether the address is known. */
    @PostMapping("/api/accounts/password-reset")
    @Answers("202")
    ResponseEntity<?> requestReset(@Valid @RequestBody ResetRequest request) {
        background.execute(() -> resetPassword.request(request.email()));
        return ResponseEntity.accepted().body(Map.of("status", "accepted"));
    }

    @PostMapping("/api/accounts/password-reset/confirm")
    @Answers({"204", "422 invalid_reset weak_password"})
    ResponseEntity<?> confirmReset(@Valid @RequestBody ResetAnswer answer) {
        var detail = "This link does not work, or no longer.";
        return answer(resetPassword.confirm(answer.token(), answer.password()), "/token", "invalid_reset", detail);
    }

    @PostMapping("/api/accounts/me/password")
    @Answers({"204", "404 not_found", "422 wrong_password weak_password", "429 too_many_attempts"})
    ResponseEntity<?> change(@Valid @RequestBody Change change, Caller caller, HttpServletRequest request) {
        var client = request.getRemoteAddr();
        var outcome = changePassword.of(caller, change.currentPassword(), change.password(), client);
        return answer(outcome, "/currentPassword", "wrong_password", "This is not your password.");
    }

    private static ResponseEntity<?> answer(PasswordOutcome outcome, String pointer, String code, String detail) {
        return switch (outcome) {
            case Changed() -> ResponseEntity.noContent().build();
            case PasswordWeak(var objection) -> unprocessable("/password", "weak_password", objection);
            case TooManyTries(var delay) -> TooManyAttempts.answer(delay);
            case Refused() -> unprocessable(pointer, code, detail);
        };
    }

    private static ResponseEntity<?> unprocessable(String pointer, String code, String detail) {
        return refused(UNPROCESSABLE_CONTENT, code, detail, List.of(new FieldError(pointer, code, detail)));
    }
}
