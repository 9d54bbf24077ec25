package io.nearstock.chassis.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES;

import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MergePatchTests {

    record Thing(@NotBlank String name, @Nullable String note, Map<String, String> tags) {}

    private final JsonMapper json =
            JsonMapper.builder().enable(FAIL_ON_UNKNOWN_PROPERTIES).build();
    private final MergePatch patches =
            new MergePatch(json, Validation.buildDefaultValidatorFactory().getValidator());
    private final Thing lamp = new Thing("Lamp", "old", Map.of("colour", "red", "size", "S"));

    @Test
    void changesWhatItNamesAndRemovesWhatItNulls() {
        assertThat(patched("""
            {"note": null, "tags": {"size": null, "shape": "round"}}\
            """)).isEqualTo(new Thing("Lamp", null, Map.of("colour", "red", "shape", "round")));
    }

    @Test
    void changesNothingWhenEmpty() {
        assertThat(patched("{}")).isEqualTo(lamp);
    }

    @Test
    void refusesWhatAWholeBodyWouldNotBe() {
        assertThatExceptionOfType(RefusedBodyException.class)
                .isThrownBy(() -> patched("{\"nam\": \"x\"}"))
                .satisfies(refused -> assertThat(refused.problem().getStatus()).isEqualTo(400));
        assertThatExceptionOfType(RefusedBodyException.class)
                .isThrownBy(() -> patched("{\"name\": null}"))
                .satisfies(refused -> assertThat(refused.problem().getStatus()).isEqualTo(422));
        assertThatExceptionOfType(RefusedBodyException.class).isThrownBy(() -> patched("[1]"));
    }

    private Thing patched(String patch) {
        return patches.apply(lamp, json.readTree(patch), Thing.class);
    }
}
