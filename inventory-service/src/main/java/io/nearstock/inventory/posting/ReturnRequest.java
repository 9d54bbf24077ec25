package io.nearstock.inventory.posting;

import io.nearstock.inventory.Line;
import io.nearstock.inventory.NamedUnits;
import io.nearstock.inventory.Portion;
import io.nearstock.inventory.posting.ReturnController.Condition;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer sent back and somebody has inspected.
 *
 * @param returnId the return's number (RMA), which its movements then name as their cause
 * @param orderId whose goods they were, where that is known
 */
record ReturnRequest(
        @NotBlank String hubId,
        @NotBlank @Size(max = 64) String returnId,
        @Nullable @Size(max = 100) String orderId,
        @NotEmpty @Size(max = 200) List<@Valid @NotNull ReturnedLine> lines,
        @Nullable @Size(max = 200) String reason) {

    private static final String REASONS =
            "defective|damaged_in_transit|not_as_described|wrong_size|wrong_item|unwanted|other";

    /**
     * Units that are in one condition.
     *
     * @param condition {@code available}: can be sold again; {@code quarantined}: not before somebody has looked;
     *     {@code damaged}: never
     * @param reason why it came back
     * @param lot as its label says; else those that left for the order
     * @param serials of all its units, where they have them: then just these are back, in their own lots
     */
    record ReturnedLine(
            @NotBlank @Size(max = 64) String sku,
            @Positive @Max(1_000_000) int quantity,

            @NotNull @Pattern(regexp = "available|quarantined|damaged")
            String condition,

            @Nullable @Pattern(regexp = REASONS) String reason,
            @Nullable @Size(max = 64) String lot,
            @Nullable @Size(max = 1000) List<@NotBlank @Size(max = 64) String> serials)
            implements NamedUnits {

        @AssertTrue(message = "a serial for each unit, once, and then no lot")
        boolean isEachUnitNamedOnce() {
            return namesEach(quantity) && (numbers().isEmpty() || lot == null);
        }

        boolean isSellable() {
            return Condition.AVAILABLE.wireName().equals(condition);
        }
    }

    @AssertTrue(message = "each serial of a product once")
    boolean isEachSerialOnce() {
        return NamedUnits.namesOnce(lines);
    }

    List<Portion> portions() {
        return Portion.at(
                hubId,
                lines.stream()
                        .map(line -> new Line(line.sku(), line.quantity()))
                        .toList());
    }

    long units() {
        return lines.stream().mapToLong(ReturnedLine::quantity).sum();
    }
}
