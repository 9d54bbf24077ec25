package io.nearstock.account.session;

import static io.nearstock.chassis.web.Problems.problem;
import static org.springframework.http.HttpHeaders.WWW_AUTHENTICATE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.nearstock.account.Sessions;
import io.nearstock.account.TooManyAttempts;
import io.nearstock.account.session.SignIn.Outcome.SignedIn;
import io.nearstock.account.session.SignIn.Outcome.TooManyTries;
import io.nearstock.account.session.SignIn.Outcome.WrongCredentials;
import io.nearstock.chassis.security.Caller;
import io.nearstock.chassis.web.Answers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class SessionController {

    /** @param login a username, or an email that is verified */
    record Credentials(
            @NotBlank @Size(max = 254) String login,
            @NotNull @Size(max = 1000) String password) {}

    record Refresh(@NotBlank @Size(max = 200) String refreshToken) {}

    private final SignIn signIn;
    private final RefreshSession refreshSession;
    private final Sessions sessions;
    private final Clock clock;

    SessionController(SignIn signIn, RefreshSession refreshSession, Sessions sessions, Clock clock) {
        this.signIn = signIn;
        this.refreshSession = refreshSession;
        this.sessions = sessions;
        this.clock = clock;
    }

    @PostMapping("/api/sessions")
    @Answers({"200", "401 invalid_credentials", "429 too_many_attempts"})
    ResponseEntity<?> signIn(@Valid @RequestBody Credentials credentials, HttpServletRequest request) {
        return switch (signIn.as(credentials.login(), credentials.password(), request.getRemoteAddr())) {
            case SignedIn(var tokens) -> ResponseEntity.ok(tokens);
            case WrongCredentials() -> unauthorized("invalid_credentials", "The login or the password is wrong.");
            case TooManyTries(var delay) -> TooManyAttempts.answer(delay);
        };
    }

    @PostMapping("/api/sessions/refresh")
    @Answers({"200", "401 invalid_refresh_token"})
    ResponseEntity<?> refresh(@Valid @RequestBody Refresh refresh) {
        var granted = refreshSession.by(refresh.refreshToken());
        return granted.isPresent()
                ? ResponseEntity.ok(granted.get())
                : unauthorized("invalid_refresh_token", "This session is over; sign in again.");
    }

    @DeleteMapping("/api/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(Caller caller) {
        if (caller.sessionId() != null) {
            sessions.end(caller.sessionId(), caller.id(), clock.instant());
        }
    }

    private static ResponseEntity<?> unauthorized(String code, String detail) {
        return ResponseEntity.status(UNAUTHORIZED)
                .header(WWW_AUTHENTICATE, "Bearer")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(UNAUTHORIZED, code, detail));
    }
}
