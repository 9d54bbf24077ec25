package io.nearstock.acceptance.chaos.audit;

import static io.nearstock.acceptance.chaos.audit.Invariant.I2;
import static io.nearstock.acceptance.chaos.audit.Invariant.I7;

import io.nearstock.acceptance.chaos.audit.Evidence.Told;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;

/** First deliveries come as 1..n and tell a life that an order can have. */
final class EventCheck implements Check {

    private static final Set<String> LAST = Set.of("order.cancelled", "order.completed");

    private static final Map<String, Set<String>> NEXT = Map.of(
            "", Set.of("order.placed"),
            "order.placed", Set.of("order.confirmed", "order.cancel_requested", "order.cancelled"),
            "order.confirmed", Set.of("order.shipment_supplied", "order.shipment_dispatched", "order.cancel_requested"),
            "order.cancel_requested", Set.of("order.cancelled"),
            "order.shipment_supplied",
                    Set.of("order.shipment_supplied", "order.shipment_dispatched", "order.cancel_requested"),
            "order.shipment_dispatched",
                    Set.of("order.shipment_supplied", "order.shipment_dispatched", "order.shipment_delivered"),
            "order.shipment_delivered",
                    Set.of(
                            "order.shipment_supplied",
                            "order.shipment_dispatched",
                            "order.shipment_delivered",
                            "order.completed"));

    @Override
    public Stream<Finding> findings(Evidence evidence) {
        var stories = evidence.events().entrySet().stream()
                .flatMap(story -> ofAggregate(story.getKey(), first(story.getValue())));
        return Stream.concat(stories, untold(evidence));
    }

    /** A second delivery of an event counts for nothing. */
    private static List<Told> first(List<Told> events) {
        var seen = new HashSet<String>();
        return events.stream().filter(event -> seen.add(event.id())).toList();
    }

    private static Stream<Finding> ofAggregate(String aggregate, List<Told> events) {
        var numbers = events.stream().map(Told::sequence).toList();
        var expected =
                IntStream.rangeClosed(1, events.size()).mapToObj(Long::valueOf).toList();
        if (!numbers.equals(expected)) {
            return Stream.of(new Finding(I7, "%s told %s".formatted(aggregate, numbers)));
        }
        return aggregate.startsWith("ord_") ? life(aggregate, events) : Stream.empty();
    }

    private static Stream<Finding> life(String order, List<Told> events) {
        var findings = new ArrayList<Finding>();
        var before = "";
        for (var event : events) {
            if (LAST.contains(before)) {
                findings.add(new Finding(I2, "%s went on after its end: %s".formatted(order, event.type())));
            } else if (!NEXT.getOrDefault(before, Set.of()).contains(event.type())) {
                findings.add(new Finding(I7, "%s: %s after \"%s\"".formatted(order, event.type(), before)));
            }
            before = event.type();
        }
        return findings.stream();
    }

    /** Each order knows how many messages it has sent; so many must be there. */
    private static Stream<Finding> untold(Evidence evidence) {
        return evidence.realOrders().stream()
                .filter(order -> told(evidence, order) != Fact.number(order, "messages"))
                .map(order -> new Finding(
                        I7,
                        "%s sent %d messages and %d arrived"
                                .formatted(Fact.id(order), Fact.number(order, "messages"), told(evidence, order))));
    }

    private static long told(Evidence evidence, Document order) {
        return first(evidence.events().getOrDefault(Fact.id(order), List.of())).size();
    }
}
