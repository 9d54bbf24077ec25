package io.nearstock.inventory.purchasing;

import io.nearstock.inventory.Delivered;
import io.nearstock.inventory.Delivered.Part;
import io.nearstock.inventory.NamedUnits;
import io.nearstock.inventory.Notice;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
     * @param serials of all its units; where nobody looked, those that were announced, if that leaves no doubt
     * @param damagedSerials those of them that are damaged
     */
    record DeliveredLine(
            @NotBlank @Size(max = 64) String sku,
            @Positive @Max(1_000_000) int quantity,
            @Nullable @PositiveOrZero Integer damaged,
            @Nullable @Size(min = 1, max = 64) String lot,
            @Nullable LocalDate expiresOn,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> damagedSerials)
            implements NamedUnits {

        @AssertTrue(message = "a serial for each unit, once, and for each that is damaged")
        boolean isEachUnitNamedOnce() {
            return namesEach(quantity) && (numbers().isEmpty() ? brokenNumbers().isEmpty() : namesEachBroken());
        }

        private boolean namesEachBroken() {
            return brokenNumbers().size() == broken()
                    && brokenNumbers().stream().distinct().count() == broken()
                    && numbers().containsAll(brokenNumbers());
        }

        List<String> brokenNumbers() {
            return Objects.requireNonNullElse(damagedSerials, List.of());
        }

        /** Those of the units that are of a lot. */
        private DeliveredLine of(@Nullable String other, List<String> some) {
            var broken = some.stream().filter(brokenNumbers()::contains).toList();
            return new DeliveredLine(sku, some.size(), broken.size(), other, null, some, broken);
        }

        /** Where its label names no lot, its units are of those that the notice says. */
        private Stream<DeliveredLine> labelledBy(@Nullable Notice notice) {
            if (lot != null || notice == null || numbers().isEmpty()) {
                return Stream.of(this);
            }
            var byLot = new LinkedHashMap<String, List<String>>();
            numbers()
                    .forEach(number -> byLot.computeIfAbsent(
                                    notice.lotOf(sku, number).orElse(""), _ -> new ArrayList<>())
                            .add(number));
            return byLot.entrySet().stream()
                    .map(each -> of(each.getKey().isEmpty() ? null : each.getKey(), each.getValue()));
        }

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

    @AssertTrue(message = "each serial of a product once")
    boolean isEachSerialOnce() {
        return NamedUnits.namesOnce(lines);
    }

    DeliveryRequest labelledBy(@Nullable Notice notice) {
        return new DeliveryRequest(
                lines.stream().flatMap(line -> line.labelledBy(notice)).toList(), last, reason);
    }

    List<Delivered> delivered() {
        var total = new LinkedHashMap<String, Delivered>();
        lines.forEach(line -> total.merge(line.sku(), line.delivered(), Delivered::and));
        return List.copyOf(total.values());
    }
}
