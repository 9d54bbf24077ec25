package io.nearstock.inventory.purchasing;

import io.nearstock.inventory.Delivered;
import io.nearstock.inventory.Delivered.Part;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A delivery.
 *
 * @param last whether nothing more will come
 */
record DeliveryRequest(
        @NotEmpty @Size(max = 1000) List<@Valid @NotNull DeliveredLine> lines,
        @Nullable Boolean last,
        @Nullable @Size(max = 200) String reason) {

    /**
     * One product, or one lot of it.
     *
     * @param damaged how many of the quantity cannot be sold
     * @param lot as its label says; where nobody looked, it is the one that was announced, if that leaves no doubt
     */
    record DeliveredLine(
            @NotBlank @Size(max = 64) String sku,
            @Positive @Max(1_000_000) int quantity,
            @Nullable @PositiveOrZero Integer damaged,
            @Nullable @Size(min = 1, max = 64) String lot,
            @Nullable LocalDate expiresOn) {

        @AssertTrue(message = "no more can be damaged than came")
        boolean isPossible() {
            return broken() <= quantity;
        }

        @AssertTrue(message = "only a lot expires")
        boolean isLotWhereItExpires() {
            return lot != null || expiresOn == null;
        }

        int broken() {
            return Objects.requireNonNullElse(damaged, 0);
        }

        private List<Part> lots() {
            return lot == null ? List.of() : List.of(new Part(lot, expiresOn, quantity));
        }

        Delivered delivered() {
            return new Delivered(sku, quantity, broken(), lots());
        }
    }

    List<Delivered> delivered() {
        var total = new LinkedHashMap<String, Delivered>();
        lines.forEach(line -> total.merge(line.sku(), line.delivered(), Delivered::and));
        return List.copyOf(total.values());
    }
}
