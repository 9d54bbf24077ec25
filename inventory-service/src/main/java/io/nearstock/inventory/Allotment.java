package io.nearstock.inventory;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The stock of a hold, and what has become of it.
 *
 * @param reason why these hubs send it
 * @param granted the step by which it was taken for good; null while it is not, and for ever where it never was
 * @param left what is still held
 * @param shipped the shipments that have left
 * @param waitsFor rows of which it holds more than there was when it was planned; null where there was enough
 */
public record Allotment(
        List<Shipment> shipments,
        String reason,
        @Nullable String granted,
        List<Portion> left,
        List<String> shipped,
        @Nullable List<String> waitsFor) {

    static final Allotment NONE = new Allotment(List.of(), "", null, List.of(), List.of(), null);

    static Allotment of(Plan plan) {
        var owed = plan.owed().isEmpty() ? null : List.copyOf(plan.owed().keySet());
        return new Allotment(plan.shipments(), plan.reason(), null, plan.portions(), List.of(), owed);
    }

    Allotment grantedBy(@Nullable Step step) {
        return new Allotment(shipments, reason, step == null ? null : step.id(), left, shipped, waitsFor);
    }

    Allotment givenBack() {
        return new Allotment(shipments, reason, granted, List.of(), shipped, null);
    }

    /** Whether these are some of what is left, and something at all. */
    boolean has(List<Portion> portions) {
        return !portions.isEmpty()
                && portions.stream()
                        .allMatch(portion ->
                                portion.quantity() > 0 && at(left, portion.row()) >= at(portions, portion.row()));
    }

    Allotment without(String shipmentId, List<Portion> leaving) {
        var rest = left.stream()
                .map(portion -> portion.of(portion.quantity() - at(leaving, portion.row())))
                .filter(portion -> portion.quantity() > 0)
                .toList();
        var gone = Stream.concat(shipped.stream(), Stream.of(shipmentId)).toList();
        return new Allotment(shipments, reason, granted, rest, gone, rest.isEmpty() ? null : waitsFor);
    }

    /** How many units of a row are still held. */
    int leftAt(String row) {
        return at(left, row);
    }

    private static int at(List<Portion> portions, String row) {
        return portions.stream()
                .filter(portion -> portion.row().equals(row))
                .mapToInt(Portion::quantity)
                .sum();
    }
}
