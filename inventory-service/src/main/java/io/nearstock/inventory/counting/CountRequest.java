package io.nearstock.inventory.counting;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody has counted. */
record CountRequest(
        @NotBlank String hubId, @NotEmpty @Size(max = 1000) List<@Valid @NotNull CountedLine> lines) {

    /**
     * How many there are.
     *
     * @param serials of all of them; missing where they have none, or nobody looked
     */
    record CountedLine(
            @NotBlank @Size(max = 64) String sku,
            @PositiveOrZero @Max(1_000_000) int counted,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials) {

        @AssertTrue(message = "a serial for each unit, once")
        boolean isEachUnitNamedOnce() {
            return serials == null
                    || (serials.size() == counted && serials.stream().distinct().count() == counted);
        }
    }
}
