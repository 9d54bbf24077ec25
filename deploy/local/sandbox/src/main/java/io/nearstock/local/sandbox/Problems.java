package io.nearstock.local.sandbox;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Refusals as RFC 9457 problems with a stable code. */
@RestControllerAdvice
public final class Problems extends ResponseEntityExceptionHandler {

    public static ResponseEntity<ProblemDetail> refused(HttpStatus status, String code, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return ResponseEntity.of(problem).build();
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        var answer = super.handleExceptionInternal(cause, body, headers, status, request);
        if (answer != null && answer.getBody() instanceof ProblemDetail problem) {
            problem.setProperty("code", code(cause));
        }
        return answer;
    }

    private static String code(Exception cause) {
        return cause instanceof MissingRequestHeaderException missing
                        && missing.getHeaderName().equals("Idempotency-Key")
                ? "idempotency_key_required"
                : "invalid_request";
    }
}
