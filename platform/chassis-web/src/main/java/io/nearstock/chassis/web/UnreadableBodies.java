package io.nearstock.chassis.web;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.Problems.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Tells what is wrong with a body that did not become an object, without repeating any of it. */
final class UnreadableBodies {

    private UnreadableBodies() {}

    static ProblemDetail problem(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                at(unknown, BAD_REQUEST, "unknown_field", "This field is not known.");
            case InvalidNullException missing ->
                at(missing, UNPROCESSABLE_CONTENT, "invalid_request", "This field is required.");
            case MismatchedInputException wrong
            when absent(wrong) -> at(wrong, UNPROCESSABLE_CONTENT, "invalid_request", "This field is required.");
            case MismatchedInputException trailing
            when trailing.getPath().isEmpty() && trailing.getOriginalMessage().startsWith("Trailing") ->
                Problems.problem(BAD_REQUEST, "malformed_body", "The body goes on after its end.");
            case MismatchedInputException wrong ->
                at(wrong, BAD_REQUEST, "invalid_type", "This value is not of the type that belongs here.");
            case ValueInstantiationException refused ->
                at(refused, UNPROCESSABLE_CONTENT, "invalid_request", "This value makes no sense.");
            case DatabindException other
            when !other.getPath().isEmpty() -> at(other, BAD_REQUEST, "malformed_body", "This value cannot be read.");
            case null, default -> Problems.problem(BAD_REQUEST, "malformed_body", "The body cannot be read.");
        };
    }

    /** Jackson reports a number that is not there as one that is of the wrong type. */
    private static boolean absent(MismatchedInputException wrong) {
        var type = wrong.getTargetType();
        return type != null && type.isPrimitive() && wrong.getOriginalMessage().contains("null");
    }

    private static ProblemDetail at(DatabindException failure, HttpStatus status, String code, String detail) {
        var pointer = failure.getPath().stream().map(UnreadableBodies::step).collect(Collectors.joining());
        return Problems.problem(status, code, detail, List.of(new FieldError(pointer, code, detail)));
    }

    /** One step of a JSON pointer, escaped as RFC 6901 asks. */
    private static String step(JacksonException.Reference step) {
        var name = step.getPropertyName();
        return "/" + (name == null ? step.getIndex() : name.replace("~", "~0").replace("/", "~1"));
    }
}
