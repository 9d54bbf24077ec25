package io.nearstock.account;

import io.nearstock.chassis.web.Problems;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** What a guesser is told, and an owner who mistyped too often: when to try again. */
public final class TooManyAttempts {

    private TooManyAttempts() {}

    public static ResponseEntity<ProblemDetail> answer(Duration delay) {
        return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(delay.toSeconds() + 1))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(Problems.problem(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too_many_attempts",
                        "There were too many wrong attempts; wait a while."));
    }
}
