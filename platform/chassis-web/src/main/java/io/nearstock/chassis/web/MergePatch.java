package io.nearstock.chassis.web;

import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import io.nearstock.chassis.web.Problems.FieldError;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Set;
import org.springframework.http.ProblemDetail;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applies JSON merge patches (RFC 7396); what comes out is read and checked like a whole body, refusals included. */
public final class MergePatch {

    /** The media type of such a patch. */
    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private final JsonMapper json;
    private final Validator validator;

    public MergePatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** What {@code current} becomes; members that the patch says are null are gone. */
    public <T> T apply(T current, JsonNode patch, Class<T> type) {
        return read(merged(json.valueToTree(current), patch), type);
    }

    /** JSON as a valid object of the type; an exception that is answered as a problem otherwise. */
    public <T> T read(JsonNode node, Class<T> type) {
        T value;
        try {
            value = json.treeToValue(node, type);
        } catch (JacksonException unreadable) {
            throw new RefusedBodyException(UnreadableBodies.problem(unreadable));
        }
        if (value == null) {
            throw new RefusedBodyException(UnreadableBodies.problem(null));
        }
        Set<ConstraintViolation<T>> violations = validator.validate(value);
        if (!violations.isEmpty()) {
            throw new RefusedBodyException(
                    invalid(violations.stream().map(MergePatch::error).toList()));
        }
        return value;
    }

    private static ProblemDetail invalid(List<FieldError> errors) {
        return Problems.problem(UNPROCESSABLE_CONTENT, "invalid_request", "Some fields make no sense.", errors);
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        var pointer = Problems.pointer(violation.getPropertyPath().toString());
        return new FieldError(pointer, "invalid", violation.getMessage());
    }

    private static JsonNode merged(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        var result = target instanceof ObjectNode object ? object.deepCopy() : changes.objectNode();
        for (var change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                var before = result.path(change.getKey());
                result.set(change.getKey(), merged(before, change.getValue()));
            }
        }
        return result;
    }
}
