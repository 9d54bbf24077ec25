package io.nearstock.order;

import feign.FeignException;
import io.nearstock.chassis.web.Problems.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A problem that another service answered, as far as it is passed on. */
record Refused(
        @Nullable String code,
        @Nullable String detail,
        @Nullable List<Map<String, Object>> errors) {

    private static final JsonMapper TOLERANT = JsonMapper.builder().build();

    static Refused of(FeignException refusal) {
        try {
            return TOLERANT.readValue(refusal.contentUTF8(), Refused.class);
        } catch (JacksonException _) {
            return new Refused(null, null, null);
        }
    }

    boolean is(String other) {
        return other.equals(code);
    }

    List<FieldError> fieldErrors() {
        return errors == null
                ? List.of()
                : errors.stream().map(Refused::fieldError).toList();
    }

    private static FieldError fieldError(Map<String, Object> error) {
        var more = new LinkedHashMap<>(error);
        return new FieldError(
                text(more.remove("pointer")), text(more.remove("code")), text(more.remove("detail")), more);
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
