package io.nearstock.account.profile;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import io.nearstock.account.Profile;
import io.nearstock.account.profile.ProfilePatch.Outcome.Invalid;
import io.nearstock.account.profile.ProfilePatch.Outcome.Patched;
import io.nearstock.chassis.web.Problems.FieldError;
import io.nearstock.chassis.web.UnmetRequestException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applies a JSON merge patch to a profile. */
@Component
final class ProfilePatch {

    sealed interface Outcome {

        record Patched(Profile profile) implements Outcome {}

        record Invalid(List<FieldError> errors) implements Outcome {}
    }

    private final JsonMapper json;
    private final Validator validator;

    ProfilePatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** A profile has no objects outside its lists, so a patch is as deep as the profile's fields. */
    Outcome apply(ObjectNode patch, Profile profile) {
        var merged = (ObjectNode) json.valueToTree(profile);
        patch.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                merged.remove(field.getKey());
            } else {
                merged.set(field.getKey(), field.getValue());
            }
        });
        return checked(read(merged));
    }

    private Profile read(ObjectNode merged) {
        try {
            return json.treeToValue(merged, Profile.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new UnmetRequestException(BAD_REQUEST, "unknown_field", pointer(unknown), "This field is not known.");
        } catch (JacksonException malformed) {
            throw new UnmetRequestException(BAD_REQUEST, "malformed_body", pointer(malformed), "This cannot be read.");
        }
    }

    private Outcome checked(Profile profile) {
        var errors =
                validator.validate(profile).stream().map(ProfilePatch::error).toList();
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        return profile.hasUniqueLabels()
                ? new Patched(profile)
                : new Invalid(
                        List.of(new FieldError("/addresses", "duplicate_label", "Two addresses have the same label.")));
    }

    private static FieldError error(ConstraintViolation<Profile> violation) {
        var path = violation.getPropertyPath().toString();
        var pointer = "/"
                + path.replaceAll("\\.<[^>]*>", "")
                        .replace("].", "/")
                        .replace("]", "")
                        .replaceAll("[\\[.]", "/");
        return new FieldError(pointer, "invalid", violation.getMessage());
    }

    private static String pointer(JacksonException failure) {
        return failure.getPath().stream()
                .map(step -> "/" + (step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()))
                .collect(Collectors.joining());
    }
}
