package io.nearstock.chassis.web;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Answers what fails in a filter, where no advice hears of it, with the same problem. */
@RestController
final class ErrorsOutsideControllers implements ErrorController {

    private final ProblemWriter problems;

    ErrorsOutsideControllers(ProblemWriter problems) {
        this.problems = problems;
    }

    /** Writes by itself, so that no {@code Accept} can turn the answer into something else. */
    @RequestMapping("/error")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var problem = Problems.standard(status(request));
        traceId(request).ifPresent(id -> problem.setProperty("traceId", id));
        problems.write(response, problem);
    }

    private static HttpStatusCode status(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code ? HttpStatusCode.valueOf(code) : HttpStatus.NOT_FOUND;
    }

    /** The trace is over when the container comes here; the request still knows it. */
    private static Optional<String> traceId(HttpServletRequest request) {
        return ServerHttpObservationFilter.findObservationContext(request)
                .map(context -> context.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> span.context().traceId());
    }
}
