package io.nearstock.inventory.recall;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of a lot, or of single units. */
record RecallRequest(
        @NotBlank @Size(max = 64) String sku,
        @Nullable @Size(min = 1, max = 64) String lot,
        @Nullable @Size(min = 1, max = 1000) List<@NotBlank @Size(max = 64) String> serials,
        @NotBlank @Size(max = 200) String reason) {

    @AssertTrue(message = "a lot or serials")
    boolean isOfOneKind() {
        return (lot == null) == (serials != null);
    }
}
