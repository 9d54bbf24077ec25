package io.nearstock.chassis.security;

import static io.nearstock.chassis.web.Problems.problem;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.nearstock.chassis.web.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Refuses as problem+json. What exactly was wrong with a token is not told: only its forger would learn from it. */
final class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemWriter problems;

    SecurityProblems(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case KeysUnavailableException _ -> unavailable(response);
            case OAuth2AuthenticationException _ ->
                unauthorized(
                        response,
                        "Bearer error=\"invalid_token\"",
                        "invalid_token",
                        "The access token is expired, revoked or not one of ours.");
            default -> unauthorized(response, "Bearer", "unauthenticated", "This needs an access token.");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        problems.write(response, problem(FORBIDDEN, "forbidden", "This function is not for you."));
    }

    private void unauthorized(HttpServletResponse response, String challenge, String code, String detail)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        problems.write(response, problem(UNAUTHORIZED, code, detail));
    }

    private void unavailable(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        problems.write(response, problem(SERVICE_UNAVAILABLE, "unavailable", "Nobody can be signed in right now."));
    }
}
