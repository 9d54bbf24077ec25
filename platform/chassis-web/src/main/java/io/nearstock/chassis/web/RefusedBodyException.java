package io.nearstock.chassis.web;

import org.springframework.http.ProblemDetail;

/** A body that a handler read by itself cannot be used, for the reason in the problem. */
final class RefusedBodyException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ProblemDetail problem;

    RefusedBodyException(ProblemDetail problem) {
        super(problem.getDetail());
        this.problem = problem;
    }

    ProblemDetail problem() {
        return problem;
    }
}
