package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Fact.list;
import static io.nearstock.acceptance.chaos.audit.Fact.number;
import static io.nearstock.acceptance.chaos.audit.Fact.text;
import static io.nearstock.acceptance.chaos.audit.Invariant.I1;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;

/** No oversell: no balance below zero, and what is set aside is exactly what live orders wait for. */
final class StockCheck implements Check {

    /** A hold that nobody has claimed is nobody's order yet, and its time ends by itself. */
    private static final Set<String> UNCLAIMED = Set.of("held", "preparing");

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        return Stream.concat(
                evidence.stock().stream().flatMap(StockCheck::ofRow),
                Stream.concat(promises(evidence), unclaimed(evidence)));
    }

    private static Stream<Finding> ofRow(Document row) {
        var onHand = number(row, "onHand");
        var parts = Stream.of("available", "allocated", "safety", "damaged", "quarantined")
                .mapToLong(part -> number(row, part))
                .toArray();
        var below = onHand < 0 || Arrays.stream(parts).anyMatch(part -> part < 0);
        var sum = Arrays.stream(parts).sum();
        return below || sum != onHand
                ? Stream.of(new Finding(
                        I1,
                        "%s has %d on hand, %d available, %d allocated"
                                .formatted(Fact.id(row), onHand, number(row, "available"), number(row, "allocated"))))
                : Stream.empty();
    }

    /** By hub and product, since an order waits for certain hubs. */
    private static Stream<Finding> promises(Evidence evidence) {
        var promised = evidence.realOrders().stream()
                .filter(Evidence::isLive)
                .flatMap(order -> list(order, "shipments").stream())
                .filter(StockCheck::isPlanned)
                .flatMap(StockCheck::rows)
                .collect(groupingBy(Map.Entry::getKey, summingLong(Map.Entry::getValue)));
        var allocated =
                evidence.stock().stream().collect(groupingBy(Fact::id, summingLong(row -> number(row, "allocated"))));
        var rows = new HashSet<>(promised.keySet());
        rows.addAll(allocated.keySet());
        return rows.stream()
                .filter(row -> !promised.getOrDefault(row, 0L).equals(allocated.getOrDefault(row, 0L)))
                .map(row -> new Finding(
                        I1,
                        "%s has %d allocated, and live orders wait for %d"
                                .formatted(row, allocated.getOrDefault(row, 0L), promised.getOrDefault(row, 0L))));
    }

    private static boolean isPlanned(Document shipment) {
        return text(shipment, "status").equals("PLANNED");
    }

    private static Stream<Map.Entry<String, Long>> rows(Document shipment) {
        return list(shipment, "lines").stream()
                .map(line -> Map.entry(text(line, "sku") + "@" + text(shipment, "hubId"), number(line, "quantity")));
    }

    private static Stream<Finding> unclaimed(Evidence evidence) {
        return evidence.holds().stream()
                .filter(hold -> UNCLAIMED.contains(text(hold, "status.name")) || hold.get("step") != null)
                .map(hold ->
                        new Finding(I1, "the hold %s is still %s".formatted(Fact.id(hold), text(hold, "status.name"))));
    }
}
